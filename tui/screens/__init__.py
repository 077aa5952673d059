"""The screens: the linked panes, and the pop-ups above them."""
