"""The state of a thread with its reasons, caveats and events."""
