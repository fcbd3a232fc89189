"""The terminal browser of timelines.

A guest of the engine::

    __main__ > app > screens > widgets > view > (strings | commands)
"""
