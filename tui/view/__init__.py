"""What the screens show, as pure functions: engine type -> text. Nothing here knows Textual."""
