package dev.windrose.context.tree;

import java.util.List;
import java.util.UUID;

/**
 * The live wording of a message that fits best.
 *
 * @param original the message that it is a wording of, itself where it is the original
 * @param why a sentence for each of language, segment, region and channel that spoke for it
 */
public record BestVariant(TreeNode node, UUID original, List<String> why) {}
