package dev.windrose.crm.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pipelines of the workspace. There is always one that is the default. */
@Component
@Transactional(readOnly = true)
public class Pipelines {

    private static final int MOST = 50;

    private final PipelineStore store;
    private final Descriptors descriptors;
    private final AuditLog audit;
    private final Clock clock;
    /** Good for as long as the descriptor of deals is the same object: it is made anew whenever pipelines change. */
    private final Cache<TenantId, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Pipelines(PipelineStore store, Descriptors descriptors, AuditLog audit, Clock clock) {
        this.store = store;
        this.descriptors = descriptors;
        this.audit = audit;
        this.clock = clock;
    }

    private record Known(Descriptor deal, List<Pipeline> pipelines) {}

    /** The default first. */
    public List<Pipeline> all() {
        var tenant = ActorScope.current().tenant();
        var deal = descriptors.get("deal");
        var kept = known.getIfPresent(tenant);
        if (kept != null && kept.deal() == deal) {
            return kept.pipelines();
        }
        var read = read();
        known.put(tenant, new Known(deal, read));
        return read;
    }

    public Pipeline byDefault() {
        return all().getFirst();
    }

    /** That of a deal; the default one for a deal that names none, or one that is gone. */
    public Pipeline of(@Nullable Object key) {
        var all = all();
        return all.stream()
                .filter(pipeline -> pipeline.key().equals(key))
                .findFirst()
                .orElse(all.getFirst());
    }

    /** What a pipeline calls the stage that the built-in one calls so: texts speak of stages by their usual names. */
    public String translated(@Nullable Object key, String usual) {
        var pipeline = of(key);
        var builtIn = Pipeline.builtIn(pipeline.id());
        return pipeline.stage(usual).isPresent()
                ? usual
                : builtIn.stage(usual)
                        .map(stage -> nearest(builtIn, stage, pipeline).value())
                        .orElse(usual);
    }

    /** What the built-in pipeline calls a stage of another one. */
    public String usual(@Nullable Object key, String value) {
        var pipeline = of(key);
        var builtIn = Pipeline.builtIn(pipeline.id());
        return pipeline.stage(value)
                .filter(stage ->
                        !builtIn.stage(value).map(PipelineStage::category).equals(Optional.of(stage.category())))
                .map(stage -> nearest(pipeline, stage, builtIn).value())
                .orElse(value);
    }

    /** The stage of the same meaning, and as far on the way. */
    private static PipelineStage nearest(Pipeline from, PipelineStage stage, Pipeline to) {
        if (stage.category() != StageCategory.OPEN) {
            return to.first(stage.category()).orElse(to.first());
        }
        var before = from.open();
        var after = to.open();
        return after.get(before.indexOf(stage) * after.size() / before.size());
    }

    @Transactional
    public Pipeline add(PipelineChange change) {
        Permissions.require(Operation.MANAGE, "workspace");
        var all = materialised();
        if (all.size() >= MOST) {
            throw new AppException(CommonError.BAD_VALUE, "A workspace has at most %d pipelines.".formatted(MOST));
        }
        String name = name(change.name());
        if (change.stages() == null) {
            throw new AppException(CommonError.REQUIRED, "A pipeline needs stages.", "stages");
        }
        String key = ReadStages.value(name);
        for (int n = 2; taken(all, key); n++) {
            key = ReadStages.value(name) + "_" + n;
        }
        var made = new Pipeline(
                Ids.next(), key, name, Boolean.TRUE.equals(change.isDefault()), ReadStages.of(change.stages()));
        return saved(made, "Pipeline added");
    }

    @Transactional
    public Pipeline change(UUID id, PipelineChange change) {
        Permissions.require(Operation.MANAGE, "workspace");
        var former = get(materialised(), id);
        if (former.isDefault() && Boolean.FALSE.equals(change.isDefault())) {
            throw new AppException(
                    CommonError.CONFLICT, "Make another pipeline the default one instead.", "is_default");
        }
        var stages = change.stages() == null ? former.stages() : ReadStages.of(change.stages());
        requireUnused(former, stages);
        return saved(
                new Pipeline(
                        id,
                        former.key(),
                        change.name() == null ? former.name() : name(change.name()),
                        former.isDefault() || Boolean.TRUE.equals(change.isDefault()),
                        stages),
                "Pipeline changed");
    }

    @Transactional
    public void remove(UUID id) {
        Permissions.require(Operation.MANAGE, "workspace");
        var pipeline = get(materialised(), id);
        if (pipeline.isDefault()) {
            throw new AppException(CommonError.CONFLICT, "The default pipeline cannot be removed.");
        }
        requireUnused(pipeline, List.of());
        store.delete(id);
        told(pipeline, "Pipeline removed");
    }

    List<Pipeline> read() {
        var stored = store.all();
        return stored.isEmpty()
                ? List.of(Pipeline.builtIn(ActorScope.current().tenant().value()))
                : stored;
    }

    /** From the first change on a workspace has the built-in pipeline as a row of its own. */
    private List<Pipeline> materialised() {
        descriptors.changed();
        var all = read();
        if (store.all().isEmpty()) {
            store.save(all.getFirst(), clock.instant());
        }
        return all;
    }

    private Pipeline saved(Pipeline pipeline, String what) {
        if (pipeline.isDefault()) {
            store.noDefault();
        }
        store.save(pipeline, clock.instant());
        told(pipeline, what);
        return pipeline;
    }

    private void told(Pipeline pipeline, String what) {
        audit.append(AuditEntry.of(
                AuditAction.SCHEMA_CHANGED,
                "%s: %s".formatted(what, pipeline.name()),
                Map.of(
                        "pipeline",
                        pipeline.key(),
                        "stages",
                        pipeline.stages().stream().map(PipelineStage::value).toList())));
    }

    /** A stage that deals are in cannot go: they would stand nowhere. */
    private void requireUnused(Pipeline former, List<PipelineStage> stages) {
        var kept = stages.stream().map(PipelineStage::value).toList();
        store.deals(former.key()).forEach((stage, deals) -> {
            if (!kept.contains(stage)) {
                throw new AppException(
                        CommonError.CONFLICT,
                        "%d deals are in the stage \"%s\". Move them first."
                                .formatted(
                                        deals,
                                        former.stage(stage)
                                                .map(PipelineStage::label)
                                                .orElse(stage)),
                        "stages",
                        Map.of("stage", stage, "deals", deals));
            }
        });
    }

    private static boolean taken(List<Pipeline> all, String key) {
        return all.stream().anyMatch(pipeline -> pipeline.key().equals(key));
    }

    private static Pipeline get(List<Pipeline> all, UUID id) {
        return all.stream()
                .filter(pipeline -> pipeline.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such pipeline."));
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > 60) {
            throw new AppException(CommonError.REQUIRED, "A pipeline needs a name of at most 60 characters.", "name");
        }
        return name.strip();
    }
}
