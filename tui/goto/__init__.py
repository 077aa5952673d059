"""Go to anything: what one typed becomes offers, best first. No Textual; the box is a screen."""
