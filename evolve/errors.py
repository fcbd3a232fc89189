"""What can go wrong for reasons that a user can do something about.

::

    EvolveError
    ├── InputError      a file or folder that cannot be read: missing, empty, binary, too large ...
    ├── FormatError     a timeline, catalogue or reference file that breaks its own format
    └── SettingsError   a setting that does not exist or has an impossible value

Every message is one sentence that names the file, the place in it and what to do.
Only the command line turns an error into an exit code.
"""

__all__ = ["EvolveError", "FormatError", "InputError", "SettingsError"]


class EvolveError(Exception):
    """Base of all errors that a user is told about in one sentence."""


class InputError(EvolveError):
    """An input that cannot be read."""


class FormatError(EvolveError):
    """A file of ours (timeline, catalogue, reference readings) that breaks its format."""


class SettingsError(EvolveError):
    """A setting that does not exist or has an impossible value."""
