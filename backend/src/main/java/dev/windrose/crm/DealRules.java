package dev.windrose.crm;

import dev.windrose.crm.Deal.PaymentStatus;
import dev.windrose.crm.Deal.State;
import dev.windrose.crm.pipeline.Pipeline;
import dev.windrose.crm.pipeline.PipelineStage;
import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.crm.pipeline.StageCategory;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordRef;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from the stage of a deal, and how a deal without a name is called. A reason of loss may be missing. */
@Component
class DealRules implements RecordRule {

    private static final String STAGE = "stage";
    private static final String PIPELINE = "pipeline";
    private static final String REASON = "lost_reason";
    private static final String REASON_ID = "lost_reason_id";
    private static final String SIGNED = "deal_signing_date";

    private final Workspaces workspaces;
    private final Pipelines pipelines;
    private final LostReasonStore reasons;

    DealRules(Workspaces workspaces, Pipelines pipelines, LostReasonStore reasons) {
        this.workspaces = workspaces;
        this.pipelines = pipelines;
        this.reasons = reasons;
    }

    @Override
    public String type() {
        return "deal";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        if (write.op() == Op.CREATE) {
            setIfEmpty(write, "deal_payment_status", wire(PaymentStatus.UNPAID));
        }
        if (write.op() == Op.CREATE || write.changes(STAGE) || write.changes(PIPELINE)) {
            placeInPipeline(write);
        }
        if (write.changes(REASON) || write.changes(REASON_ID)) {
            nameLoss(write);
        }
        name(write);
    }

    /** A new deal begins at the first stage, and so does one that comes into a pipeline without its stage. */
    private void placeInPipeline(Write write) {
        var pipeline = pipelines.of(write.value(PIPELINE));
        write.set(PIPELINE, pipeline.key());
        Object given = write.value(STAGE);
        if (given == null || pipeline.stage(given).isEmpty() && !write.changes(STAGE)) {
            if (write.op() == Op.CREATE || given != null) {
                write.set(STAGE, pipeline.first().value());
            }
        } else if (pipeline.stage(given).isEmpty()) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    STAGE,
                    "The pipeline %s has no stage \"%s\", only %s.".formatted(pipeline.name(), given, names(pipeline)));
            return;
        }
        followStage(write, pipeline);
    }

    private static String names(Pipeline pipeline) {
        return pipeline.stages().stream().map(PipelineStage::value).collect(Collectors.joining(", "));
    }

    private void followStage(Write write, Pipeline pipeline) {
        var state = pipeline.stage(write.value(STAGE))
                .map(stage -> state(stage.category()))
                .orElse(State.OPEN);
        if (!write.changes(STAGE) && wire(state).equals(write.before().get("deal_state"))) {
            return;
        }
        write.set("deal_state", wire(state));
        if (state == State.WON) {
            if (write.value(SIGNED) == null) {
                write.set(SIGNED, workspaces.today());
            }
        } else if (!write.changes(SIGNED)
                && wire(State.WON).equals(write.before().get("deal_state"))) {
            write.set(SIGNED, null);
        }
        if (state != State.LOST) {
            forget(write, REASON);
            forget(write, REASON_ID);
        }
    }

    private static void forget(Write write, String field) {
        if (!write.changes(field)) {
            write.set(field, null);
        }
    }

    /** The reason in free words and the agreed one follow each other where somebody gives only one of them. */
    private void nameLoss(Write write) {
        if (write.changes(REASON_ID) && !write.changes(REASON) && write.value(REASON_ID) != null) {
            write.refs(REASON_ID).forEach(reason -> write.set(REASON, reason.title()));
        } else if (write.changes(REASON) && !write.changes(REASON_ID)) {
            write.set(REASON_ID, write.value(REASON) instanceof String words ? reasons.called(words) : null);
        }
    }

    private static State state(StageCategory category) {
        return switch (category) {
            case OPEN -> State.OPEN;
            case WON -> State.WON;
            case LOST -> State.LOST;
        };
    }

    /** Follows account and product until somebody names the deal. */
    private static void name(Write write) {
        String made = made(write);
        if (write.value("name") == null && made != null) {
            write.set("name", made);
        }
    }

    private static @Nullable String made(Write write) {
        String parts = Stream.of("company_id", "product_id")
                .flatMap(field -> write.refs(field).stream())
                .map(RecordRef::title)
                .collect(Collectors.joining(": "));
        return !parts.isEmpty() ? parts : write.value("deal_id") instanceof String number ? number : null;
    }

    private static void setIfEmpty(Write write, String field, String value) {
        if (write.value(field) == null) {
            write.set(field, value);
        }
    }

    private static String wire(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
