/**
 * The message tree of each product: what we say about it, as entries in a tree, with variants, proofs and battle cards. {@link
 * dev.windrose.context.tree.MessageTrees} reads trees, {@link dev.windrose.context.tree.TreeEdits} moves and inserts.
 */
@NamedInterface("tree")
@NullMarked
package dev.windrose.context.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
