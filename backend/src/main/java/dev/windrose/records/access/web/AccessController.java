package dev.windrose.records.access.web;

import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of who sees what. */
@RestController
@RequestMapping("/api/v1/access")
class AccessController {

    private final AccessRules rules;

    AccessController(AccessRules rules) {
        this.rules = rules;
    }

    record Rule(
            @Nullable String recordType,
            @Nullable String role,
            @Nullable String read,
            @Nullable String write) {

        static Rule of(AccessRule rule) {
            return new Rule(
                    rule.recordType(),
                    rule.role().wire(),
                    rule.read().wire(),
                    rule.write().wire());
        }

        AccessRule rule() {
            return new AccessRule(
                    String.valueOf(recordType),
                    AccessController.role(role),
                    level(read, "read"),
                    level(write, "write"));
        }
    }

    record Rules(@Nullable List<Rule> rules) {}

    record Mask(
            @Nullable String recordType,
            @Nullable String field,
            @Nullable List<String> roles) {

        static Mask of(FieldMask mask) {
            return new Mask(
                    mask.recordType(),
                    mask.field(),
                    mask.roles().stream().map(Role::wire).sorted().toList());
        }

        FieldMask mask() {
            return new FieldMask(
                    String.valueOf(recordType),
                    String.valueOf(field),
                    given(roles, "roles").stream().map(AccessController::role).collect(Collectors.toUnmodifiableSet()));
        }
    }

    record Masks(@Nullable List<Mask> masks) {}

    @GetMapping("/rules")
    Rules rules() {
        return new Rules(rules.rules().stream().map(Rule::of).toList());
    }

    @PutMapping("/rules")
    Rules replaceRules(@RequestBody Rules body) {
        return new Rules(rules
                .replaceRules(
                        given(body.rules(), "rules").stream().map(Rule::rule).toList())
                .stream()
                .map(Rule::of)
                .toList());
    }

    @GetMapping("/masks")
    Masks masks() {
        return new Masks(rules.masks().stream().map(Mask::of).toList());
    }

    @PutMapping("/masks")
    Masks replaceMasks(@RequestBody Masks body) {
        return new Masks(rules
                .replaceMasks(
                        given(body.masks(), "masks").stream().map(Mask::mask).toList())
                .stream()
                .map(Mask::of)
                .toList());
    }

    private static <T> List<T> given(@Nullable List<T> list, String member) {
        if (list == null) {
            throw new AppException(CommonError.REQUIRED, "A list is needed.", member);
        }
        return list;
    }

    private static Role role(@Nullable String wire) {
        return Role.of(String.valueOf(wire))
                .orElseThrow(() ->
                        new AppException(CommonError.BAD_VALUE, "A role is one of manager, member, viewer.", "role"));
    }

    private static AccessLevel level(@Nullable String wire, String member) {
        return AccessLevel.of(wire == null ? "everyone" : wire)
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "A level is one of private, team, territory, everyone.", member));
    }
}
