package dev.windrose.context.web;

import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.policy.CompiledClause;
import dev.windrose.context.policy.Example;
import dev.windrose.context.policy.FindConflicts;
import dev.windrose.context.policy.Policies;
import dev.windrose.context.policy.PolicyRoles;
import dev.windrose.context.policy.PolicyRule;
import dev.windrose.context.policy.ProposeReading;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies as rules: compiled from text, tried with facts, compared with each other. */
@RestController
@RequestMapping("/api/v1/context")
class PolicyController {

    private static final String SUBJECT = "context";

    private final CompileClause compile;
    private final Policies policies;
    private final FindConflicts conflicts;
    private final PolicyRoles roles;
    private final ProposeReading propose;

    PolicyController(
            CompileClause compile,
            Policies policies,
            FindConflicts conflicts,
            PolicyRoles roles,
            ProposeReading propose) {
        this.propose = propose;
        this.compile = compile;
        this.policies = policies;
        this.conflicts = conflicts;
        this.roles = roles;
    }

    /**
     * A clause to compile.
     *
     * @param entry whose clause it is, if it has one already
     * @param reading of a model, as the entry keeps it
     * @param confirmed by a person, as the entry keeps it
     */
    record Clause(
            @Nullable String clause,
            @Nullable UUID entry,
            @Nullable String reading,
            @Nullable String confirmed) {}

    /** @param examples that the reading has to agree with */
    record Read(@Nullable String clause, @Nullable List<Example> examples) {}

    /** @param clause to be tried alone; null for all live policies */
    record Attempt(
            @Nullable String clause,
            @Nullable String reading,
            @Nullable Map<String, @Nullable Object> facts) {}

    record Holders(@Nullable List<UUID> people) {}

    @PostMapping("/policies/compile")
    Map<String, @Nullable Object> compile(@RequestBody Clause body) {
        Permissions.require(Operation.READ, SUBJECT);
        var compiled = compile.of(clause(body.clause()), kept(body.reading(), body.confirmed()));
        var json = PolicyJson.of(compiled);
        var self = body.entry() == null ? null : new ContextEntryId(body.entry());
        json.put(
                "findings",
                conflicts.of(compiled, self).stream().map(PolicyJson::of).toList());
        return json;
    }

    /** Asks a model, where one is set up, for the rules of a clause whose words alone are none. Nothing is kept. */
    @PostMapping("/policies/read")
    Map<String, @Nullable Object> read(@RequestBody Read body) {
        Permissions.require(Operation.UPDATE, SUBJECT);
        var proposed = propose.of(clause(body.clause()), body.examples() == null ? List.of() : body.examples());
        var json = PolicyJson.of(proposed.compiled());
        json.put("reading", proposed.reading());
        json.put("note", proposed.note());
        return json;
    }

    @PostMapping("/policies/try")
    Map<String, @Nullable Object> attempt(@RequestBody Attempt body) {
        Permissions.require(Operation.READ, SUBJECT);
        Map<String, @Nullable Object> written = body.facts() == null ? Map.of() : body.facts();
        var json = new LinkedHashMap<String, @Nullable Object>();
        if (body.clause() != null) {
            var compiled = compile.of(clause(body.clause()), kept(body.reading(), null));
            var facts = Facts.of(written, PolicyRule.read(compiled.rules()));
            json.put("verdict", PolicyJson.of(policies.rule(compiled.rules(), facts)));
            json.put("text_only", compiled.textOnly());
            json.put("why", compiled.why());
            json.put("warnings", compiled.warnings());
            json.put("rules", PolicyJson.rules(compiled.clause(), policies.speaking(compiled.rules(), facts)));
            return json;
        }
        json.put(
                "rulings",
                policies.rule(policies.facts(written)).stream()
                        .map(PolicyJson::of)
                        .toList());
        return json;
    }

    /** Live policies with what their texts became. */
    @GetMapping("/policies")
    Map<String, Object> list() {
        Permissions.require(Operation.READ, SUBJECT);
        return Map.of("data", policies.readable().stream().map(PolicyJson::of).toList());
    }

    @GetMapping("/policies/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        Permissions.require(Operation.READ, SUBJECT);
        return policies.find(new ContextEntryId(id))
                .map(PolicyJson::of)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such policy."));
    }

    /** What a policy may ask about. */
    @GetMapping("/policies/facts")
    Map<String, Object> facts() {
        Permissions.require(Operation.READ, SUBJECT);
        return Map.of(
                "data",
                Fact.all().stream()
                        .map(fact -> Map.of(
                                "name", fact.key(),
                                "label", fact.label(),
                                "form", fact.form().name().toLowerCase(Locale.ROOT),
                                "choices", fact.choices()))
                        .toList());
    }

    /** Live policies that contradict each other, leave a gap or overlap. */
    @GetMapping("/policies/findings")
    Map<String, Object> findings() {
        Permissions.require(Operation.READ, SUBJECT);
        return Map.of("data", conflicts.all().stream().map(PolicyJson::of).toList());
    }

    @GetMapping("/policy-roles")
    Map<String, Object> roles() {
        Permissions.require(Operation.READ, SUBJECT);
        return Map.of(
                "data",
                roles.all().entrySet().stream()
                        .map(role -> Map.of(
                                "role", role.getKey(),
                                "people",
                                        role.getValue().stream()
                                                .map(person -> person.value().toString())
                                                .toList()))
                        .toList());
    }

    @PutMapping("/policy-roles/{role}")
    Map<String, Object> assign(@PathVariable String role, @RequestBody Holders body) {
        Permissions.require(Operation.MANAGE, SUBJECT);
        var people = body.people() == null ? List.<UUID>of() : body.people();
        roles.put(role, people.stream().map(PersonId::new).toList());
        return roles();
    }

    private static Map<String, String> kept(@Nullable String reading, @Nullable String confirmed) {
        var details = new LinkedHashMap<String, String>();
        if (reading != null) {
            details.put("reading", reading);
        }
        if (confirmed != null) {
            details.put(CompiledClause.CONFIRMED, confirmed);
        }
        return details;
    }

    private static String clause(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new AppException(CommonError.BAD_VALUE, "Write a clause.", "clause");
        }
        if (text.length() > CompileClause.LONGEST) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "A clause has at most %,d characters.".formatted(CompileClause.LONGEST),
                    "clause");
        }
        return text;
    }
}
