package io.plimsoll.exchange;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;

/** A model from elsewhere whose files are whole. That it also predicts what it promises is for a process of its own to find out. */
public record ImportedModel(ModelFiles files, Contract contract) {}
