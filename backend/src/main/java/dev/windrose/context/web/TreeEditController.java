package dev.windrose.context.web;

import dev.windrose.context.tree.MessageTrees;
import dev.windrose.context.tree.TreeEdits;
import dev.windrose.context.tree.TreeEdits.Spot;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.web.WriteChanges;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shape of message trees: moved, added to, published. A single node is written like any record. */
@RestController
@RequestMapping("/api/v1/context/trees")
class TreeEditController {

    private final MessageTrees trees;
    private final TreeEdits edits;
    private final WriteChanges write;

    TreeEditController(MessageTrees trees, TreeEdits edits, WriteChanges write) {
        this.trees = trees;
        this.edits = edits;
        this.write = write;
    }

    /** @param nodeId of the node; the rest says where it goes */
    record Move(
            @Nullable UUID nodeId,
            @Nullable UUID parentId,
            @Nullable UUID before,
            @Nullable UUID after) {}

    record Publish(@Nullable UUID nodeId, boolean replace) {}

    @PostMapping("/{id}/move")
    ResponseEntity<Map<String, @Nullable Object>> move(
            @PathVariable UUID id, @RequestBody Move body, HttpServletRequest request) {
        var node = named(body.nodeId());
        var spot = new Spot(body.parentId(), body.before(), body.after());
        return write.answer(request, body, seen -> edits.move(tree(id), node, spot, seen));
    }

    @PostMapping("/{id}/insert")
    ResponseEntity<Map<String, @Nullable Object>> insert(
            @PathVariable UUID id, @RequestBody Map<String, @Nullable Object> body, HttpServletRequest request) {
        var fields = new LinkedHashMap<>(body);
        var spot = new Spot(id(fields, "parent_id"), id(fields, "before"), id(fields, "after"));
        return write.answer(request, body, seen -> edits.insert(tree(id), fields, spot, seen));
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<Map<String, @Nullable Object>> publish(
            @PathVariable UUID id, @RequestBody Publish body, HttpServletRequest request) {
        var node = named(body.nodeId());
        return write.answer(request, body, seen -> edits.publish(tree(id), node, body.replace(), seen));
    }

    private UUID tree(UUID treeOrProduct) {
        return trees.get(treeOrProduct).tree().id();
    }

    private static UUID named(@Nullable UUID node) {
        if (node == null) {
            throw new AppException(CommonError.REQUIRED, "Name the message by \"node_id\".", "node_id");
        }
        return node;
    }

    private static @Nullable UUID id(Map<String, @Nullable Object> fields, String name) {
        Object given = fields.remove(name);
        try {
            return given == null ? null : UUID.fromString(given.toString());
        } catch (IllegalArgumentException bad) {
            throw new AppException(CommonError.BAD_VALUE, "\"%s\" is no id.".formatted(given), name);
        }
    }
}
