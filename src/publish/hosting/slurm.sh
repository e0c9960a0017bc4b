#!/bin/sh
# One part of a build a task. SLURM_ARRAY_TASK_ID, which Slurm sets, says which.
#
#   CONTENT=/shared/content PARTS=/shared/parts sbatch slurm.sh normalise   # then: build
#
# CONTENT and PARTS lie on a file system that all nodes share; run it in the folder of the project.
#SBATCH --job-name=fazhi
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=8G
#SBATCH --output=%x-%A-%a.log
set -eu
exec npm run --silent "${1:?normalise or build}" -- --content "$CONTENT" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --part "$PARTS/$SLURM_ARRAY_TASK_ID"
