"""Functions as modules: their settings are kept, and passed on in `forward`."""

from ..tensor import Tensor
from .module import Module


class Function(Module):
    """A module without parameters; a kind of it names its `function` and keeps settings.

    What `__init__` hands to `_keep` are arguments of the function; the text shows them.
    """

    function = None
    _names = ()

    def _keep(self, **settings):
        self._names = tuple(settings)
        for name, value in settings.items():
            if isinstance(value, Tensor):  # a table of weights belongs to the state
                self.register_buffer(name, value)
            else:
                setattr(self, name, value)

    def forward(self, *inputs, **named):
        """The function of the inputs, with these settings."""
        for name in self._names:
            named[name] = getattr(self, name)
        return self.function(*inputs, **named)

    def extra_repr(self):
        """The settings."""
        return ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
