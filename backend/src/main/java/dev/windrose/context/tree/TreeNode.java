package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A node as the actor in scope sees it, with its variants and what stands under it. */
public record TreeNode(
        RecordData entry, NodeKind kind, List<Badge> badges, List<TreeNode> variants, List<TreeNode> children) {

    public UUID id() {
        return entry.id();
    }

    public String title() {
        return entry.title();
    }

    /** Itself, its variants and all under it. */
    public Stream<TreeNode> all() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(variants.stream(), children.stream()).flatMap(TreeNode::all));
    }

    /** Itself and all under it. */
    Stream<TreeNode> originals() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(TreeNode::originals));
    }
}
