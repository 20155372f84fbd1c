package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message tree as the actor in scope sees it.
 *
 * @param tree its record, with the columns that its nodes make
 * @param nodes those at the top
 * @param notes what would make it better
 */
public record ProductTree(RecordData tree, List<TreeNode> nodes, List<String> notes) {

    public Stream<TreeNode> all() {
        return nodes.stream().flatMap(TreeNode::all);
    }

    /** Without variants, in order. */
    public Stream<TreeNode> originals() {
        return nodes.stream().flatMap(TreeNode::originals);
    }
}
