"""Modules that hold modules: in a row, in a list, under names."""

import itertools

from .module import Module, indented


class _Row(Module):
    """What modules in a row share with lists."""

    def append(self, module):
        """Add a module at the end; returns self."""
        self.add_module(str(len(self)), module)
        return self

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, index):
        return list(self._modules.values())[index]

    def __setitem__(self, index, module):
        self.add_module(list(self._modules)[index], module)


class Sequential(_Row):
    """Modules applied one after the other.

    Args:
        args: the modules, or one ordered dict of names and modules.

    Shape: that of its first module in, that of its last one out.

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> net = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
        >>> net(torch.zeros(4, 2)).shape
        torch.Size([4, 1])
        >>> net[1]
        Tanh()

    Source: docs/chapters/layers-and-forward-pass.md
    """

    def __init__(self, *args):
        named = args[0].items() if len(args) == 1 and isinstance(args[0], dict) else None
        for name, module in named or enumerate(args):
            self.add_module(str(name), module)

    def forward(self, input):
        """The input sent through all modules in order."""
        for module in vars(self).values():
            if isinstance(module, Module):
                input = module(input)
        return input

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Sequential(dict(list(self._modules.items())[index]))
        return super().__getitem__(index)


class ModuleList(_Row):
    """A list of modules that `parameters()` sees; it has no `forward` of its own.

    Source: docs/chapters/layers-and-forward-pass.md
    """

    def __init__(self, modules=None):
        self.extend(modules or [])

    def extend(self, modules):
        """Add several modules at the end; returns self."""
        for module in modules:
            self.append(module)
        return self

    def __getitem__(self, index):
        modules = super().__getitem__(index)
        return type(self)(modules) if isinstance(index, slice) else modules

    def __repr__(self):
        """As torch prints it: equal modules in a row only once, with their number."""
        lines, start = [], 0
        for text, group in itertools.groupby(map(repr, self)):
            count = len(list(group))
            last = start + count - 1
            many = f"({start}-{last}): {count} x " if count > 1 else f"({start}): "
            lines.append(many + text)
            start += count
        name = type(self).__name__
        return f"{name}(\n{indented(lines)}\n)" if lines else f"{name}()"


class ModuleDict(Module):
    """Modules under names of one's own; it has no `forward` of its own.

    Source: docs/chapters/layers-and-forward-pass.md
    """

    def __init__(self, modules=None):
        self.update(modules or {})

    def update(self, modules):
        """Add the modules of a dict."""
        for name, module in dict(modules).items():
            self.add_module(name, module)

    def __getitem__(self, key):
        return self._modules[key]

    def __setitem__(self, key, module):
        self.add_module(key, module)

    def __contains__(self, key):
        return key in self._modules

    def __len__(self):
        return len(self.keys())

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        """The names."""
        return self._modules.keys()

    def values(self):
        """The modules."""
        return self._modules.values()

    def items(self):
        """(name, module)."""
        return self._modules.items()
