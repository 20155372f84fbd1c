package dev.windrose.platform;

import static dev.windrose.platform.Operation.CREATE;
import static dev.windrose.platform.Operation.DECIDE;
import static dev.windrose.platform.Operation.DELETE;
import static dev.windrose.platform.Operation.MANAGE;
import static dev.windrose.platform.Operation.READ;
import static dev.windrose.platform.Operation.RESTORE;
import static dev.windrose.platform.Operation.RUN;
import static dev.windrose.platform.Operation.SUBMIT;
import static dev.windrose.platform.Operation.UPDATE;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may do what, stated once. A subject is a record type ({@code company}, {@code deal}) or a part of the workspace. A role has the
 * permissions of its own line and of every role below it; a token is limited further by its scopes.
 */
public final class Permissions {

    /** Parts of the workspace that are not record types. */
    public static final Set<String> PARTS = Set.of(
            "workspace",
            "people",
            "tokens",
            "flags",
            "changeset",
            "import",
            "intake",
            "profile",
            "audit",
            "credentials",
            "mail",
            "connections",
            "llm",
            "context",
            "tracking");

    /** Types that only some roles change: prices and names of products are the business of managers, logs are nobody's. */
    private static final Map<String, Set<Operation>> CLOSED_TO_MEMBERS = Map.of(
            "product",
            EnumSet.of(CREATE, UPDATE, DELETE, RESTORE),
            "user_prompt_log",
            EnumSet.of(UPDATE, DELETE, RESTORE));

    private static final List<Rule> RULES = List.of(
            new Rule(Role.VIEWER, EnumSet.of(READ), Subjects.EVERYTHING),
            new Rule(Role.VIEWER, EnumSet.of(CREATE), Subjects.only("comment")),
            new Rule(Role.VIEWER, EnumSet.of(UPDATE, MANAGE), Subjects.only("profile")),
            new Rule(Role.MEMBER, EnumSet.of(CREATE, UPDATE, DELETE, RESTORE), Subjects.OPEN_RECORDS),
            new Rule(Role.MEMBER, EnumSet.of(DECIDE), Subjects.only("changeset")),
            new Rule(Role.MEMBER, EnumSet.of(SUBMIT), Subjects.only("intake", "run")),
            new Rule(Role.MEMBER, EnumSet.of(CREATE), Subjects.only("mail")),
            new Rule(Role.MANAGER, EnumSet.of(CREATE, UPDATE, DELETE, RESTORE), Subjects.RECORDS),
            new Rule(Role.MANAGER, EnumSet.of(RUN), Subjects.only("import")),
            new Rule(
                    Role.ADMIN,
                    EnumSet.of(MANAGE),
                    Subjects.only(
                            "workspace",
                            "people",
                            "tokens",
                            "flags",
                            "audit",
                            "credentials",
                            "mail",
                            "connections",
                            "llm",
                            "context",
                            "tracking")));

    private Permissions() {}

    /** @throws AppException NOT_ALLOWED where the actor's role or the token's scopes do not cover it */
    public static void require(Operation operation, String subject) {
        Actor actor = ActorScope.current();
        if (!grants(actor.role(), operation, subject)) {
            throw refused(operation, subject, "Your role, " + actor.role().wire() + ", does not allow this.");
        }
        if (actor.viewedBySomebodyElse() && operation != READ) {
            throw refused(operation, subject, "You see the workspace as " + actor.name() + ". Nothing can be changed.");
        }
        if (!covers(actor.scopes(), operation)) {
            throw refused(operation, subject, "This token lacks the scope '" + operation.scope() + "'.");
        }
    }

    public static boolean allows(Actor actor, Operation operation, String subject) {
        return grants(actor.role(), operation, subject) && covers(actor.scopes(), operation);
    }

    /** Every permission of the actor as {@code company.read}, {@code people.manage}, for the given record types. */
    public static List<String> of(Actor actor, Collection<String> recordTypes) {
        var names = new TreeSet<String>();
        Stream.concat(recordTypes.stream(), PARTS.stream()).forEach(subject -> Arrays.stream(Operation.values())
                .filter(operation -> allows(actor, operation, subject))
                .forEach(operation -> names.add(subject + "." + operation.wire())));
        return List.copyOf(names);
    }

    private static boolean grants(Role role, Operation operation, String subject) {
        return RULES.stream()
                .anyMatch(rule -> role.atLeast(rule.from())
                        && rule.operations().contains(operation)
                        && rule.subjects().contains(operation, subject));
    }

    /** {@code write} includes reading and handing in texts; {@code admin} includes everything. */
    private static boolean covers(Set<String> scopes, Operation operation) {
        return scopes.contains(operation.scope())
                || scopes.contains("admin")
                || scopes.contains("write") && operation != MANAGE;
    }

    private static AppException refused(Operation operation, String subject, String sentence) {
        return new AppException(
                CommonError.NOT_ALLOWED, sentence, null, Map.of("permission", subject + "." + operation.wire()));
    }

    private record Rule(Role from, Set<Operation> operations, Subjects subjects) {}

    @FunctionalInterface
    private interface Subjects {

        Subjects EVERYTHING = (operation, subject) -> true;
        Subjects RECORDS = (operation, subject) -> !PARTS.contains(subject);
        Subjects OPEN_RECORDS = (operation, subject) -> !PARTS.contains(subject)
                && !CLOSED_TO_MEMBERS.getOrDefault(subject, Set.of()).contains(operation);

        boolean contains(Operation operation, String subject);

        static Subjects only(String... names) {
            var set = Set.of(names);
            return (operation, subject) -> set.contains(subject);
        }
    }
}
