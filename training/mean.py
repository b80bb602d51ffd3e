"""mean.py OUT CHECKPOINT CHECKPOINT...   the mean of the weights of several runs of one model."""
import sys

import torch


def main():
    out, *paths = sys.argv[1:]
    if len(paths) < 2:
        sys.exit(__doc__)
    parts = [torch.load(p, weights_only=True) for p in paths]
    if len({p["config"] for p in parts}) > 1:
        sys.exit("the checkpoints are of models of different sizes")
    mean = {k: sum(p["model"][k].float() for p in parts) / len(parts) for k in parts[0]["model"]}
    torch.save({"config": parts[0]["config"], "model": mean}, out)


if __name__ == "__main__":
    main()
