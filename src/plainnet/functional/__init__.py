# ruff: noqa: F401, I001 -- imported so that others find them here
"""Every formula with its pullbacks, under the names of torch.nn.functional."""

from .activation import (
    elu, gelu, leaky_relu, log_softmax, logsigmoid, relu, selu, sigmoid, silu, softmax,
    softplus, tanh,
)  # fmt: skip
from .attention import scaled_dot_product_attention
from .conv import conv1d, conv2d, conv_transpose2d
from .cross_entropy import cross_entropy, nll_loss
from .dropout import dropout, dropout2d
from .embedding import embedding
from .linear import bilinear, linear
from .loss import (
    binary_cross_entropy, binary_cross_entropy_with_logits, huber_loss, kl_div, l1_loss,
    mse_loss, smooth_l1_loss,
)  # fmt: skip
from .norm import batch_norm, group_norm, layer_norm, rms_norm
from .pool import adaptive_avg_pool2d, avg_pool1d, avg_pool2d, max_pool1d, max_pool2d
from .resize import interpolate
from .vector import cosine_similarity, normalize, one_hot, pad
