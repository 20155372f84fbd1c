package dev.windrose.context.entry;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Only nodes of message trees have a place in a tree, and no node stands above itself or is a variant of itself. Looked at for each write, so
 * that the field is named, and once more for the whole change set, which may move several nodes.
 */
@Component
class NodeRules implements RecordRule, FollowChange {

    private static final String TREE = "tree_id";
    private static final String PARENT = "parent_id";
    private static final String VARIANT = "variant_of_id";
    private static final List<String> PLACES = List.of(TREE, PARENT, "position", VARIANT, "channel");

    private final NodeStore nodes;

    NodeRules(NodeStore nodes) {
        this.nodes = nodes;
    }

    @Override
    public String type() {
        return ContextEntry.TYPE;
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        if (EntryCategory.MESSAGE_TREE.wire().equals(write.value("category"))) {
            follow(write, PARENT);
            follow(write, VARIANT);
        } else {
            PLACES.stream()
                    .filter(field -> write.value(field) != null)
                    .forEach(field -> write.refuse(
                            CommonError.BAD_VALUE, field, "Only entries of a message tree have a place in a tree."));
        }
    }

    private void follow(Write write, String link) {
        if (!write.changes(link) || !(write.value(link) instanceof UUID target)) {
            return;
        }
        nodes.lock();
        if (target.equals(write.recordId()) || nodes.above(target).contains(write.recordId())) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    link,
                    link.equals(PARENT)
                            ? "This entry is above the chosen one already, so it cannot be below it."
                            : "The chosen entry comes from this one already, so this one cannot be its variant.");
            return;
        }
        var other = nodes.find(target);
        if (other.isPresent()) {
            if (!other.get().inTrees()) {
                write.refuse(CommonError.BAD_VALUE, link, "The chosen entry is no part of a message tree.");
            } else if (write.value(TREE) == null) {
                write.set(TREE, other.get().tree());
            } else if (!other.get().fits((UUID) write.value(TREE))) {
                write.refuse(CommonError.BAD_VALUE, link, "The chosen entry belongs to another message tree.");
            }
            if (link.equals(VARIANT) && !other.get().kind().equals(write.value("kind"))) {
                write.refuse(
                        CommonError.BAD_VALUE,
                        link,
                        "A variant is of the kind of what it varies: %s."
                                .formatted(other.get().kind()));
            }
        }
    }

    @Override
    public void follow(AppliedChange change) {
        var moved = change.changed(ContextEntry.TYPE, PARENT, VARIANT, TREE, "category");
        if (moved.isEmpty()) {
            return;
        }
        if (nodes.closesCircle(moved)) {
            throw new AppException(CommonError.BAD_VALUE, "These changes would put an entry above itself.", PARENT);
        }
        Optional<String> strayed = nodes.strayed(moved);
        if (strayed.isPresent()) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "\"%s\" would hang below an entry of another tree, or of none. Move it along or leave it."
                            .formatted(strayed.get()),
                    PARENT);
        }
    }
}
