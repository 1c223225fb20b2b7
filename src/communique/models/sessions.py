"""Sessions of the trained models: ONNX files of the package, run on one thread."""

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session_of(package: str, name: str) -> "InferenceSession":
    """A session for the file `name` beside the modules of `package`."""
    import onnxruntime  # heavy: loaded only where a model is run

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(files(package) / name) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
