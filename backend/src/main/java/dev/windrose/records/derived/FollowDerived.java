package dev.windrose.records.derived;

import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** After every write, of whatever cause: works out again what depends on it. */
@Component
class FollowDerived implements FollowChange {

    private final Definitions definitions;
    private final Recompute recompute;
    private final Moments moments;
    private final TellComputed tell;

    FollowDerived(Definitions definitions, Recompute recompute, Moments moments, TellComputed tell) {
        this.tell = tell;
        this.definitions = definitions;
        this.recompute = recompute;
        this.moments = moments;
    }

    @Override
    public void follow(AppliedChange change) {
        if (definitions.current().empty()) {
            return;
        }
        var touched = new Touched();
        change.operations().forEach(operation -> {
            tell.written(operation.recordId());
            touch(touched, operation);
        });
        recompute.after(touched, moments.now());
    }

    private static void touch(Touched touched, ChangeOperation operation) {
        touched.field(operation.recordType(), operation.recordId(), "updated_at");
        if (operation.op() != Op.UPDATE) {
            touched.all(operation.recordType(), operation.recordId());
        }
        for (var field : operation.fields()) {
            touched.field(operation.recordType(), operation.recordId(), field.field());
            if (field.before() instanceof String text && text.length() == 36) {
                link(touched, operation, field.field(), text);
            }
        }
    }

    /** A text of 36 characters in another kind of field is nobody's id. */
    private static void link(Touched touched, ChangeOperation operation, String field, String text) {
        try {
            touched.link(operation.recordType(), field, operation.recordId(), UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return;
        }
    }
}
