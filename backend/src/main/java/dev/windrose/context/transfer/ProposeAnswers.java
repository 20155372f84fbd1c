package dev.windrose.context.transfer;

import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.transfer.material.Details;
import dev.windrose.context.transfer.material.GuessLanguage;
import dev.windrose.context.transfer.material.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes entries of answers, word for word. Messages go into the tree of the product, as soon as there is a headline. */
@Component
class ProposeAnswers {

    static final int FOR_ONE = 20;
    private static final int TITLE = 480;
    private static final int NAME = 80;
    private static final String HEADLINE_FILE = "message_tree/headline.md";
    private static final Pattern NAMED = Pattern.compile(
            "^(.{1,80}?)(?:\\s*[:–—]\\s*|\\s+-\\s+|,\\s+|\\s+(?:is|are|ist|sind)\\s+|\\n)(.+)$", Pattern.DOTALL);
    private static final Pattern LINES = Pattern.compile("\\n+|;\\s*");

    private final Directory directory;
    private final CompileClause compile;

    ProposeAnswers(Directory directory, CompileClause compile) {
        this.directory = directory;
        this.compile = compile;
    }

    /** What the other answers say about the product. */
    private record Tree(@Nullable String product, boolean grows) {}

    List<TransferItem> of(Map<SetupQuestion, String> answers) {
        var items = new ArrayList<TransferItem>();
        var tree = tree(answers);
        answers.forEach((question, answer) -> {
            int position = question.ordinal() * FOR_ONE;
            for (var proposal : proposals(question, answer.strip(), tree)) {
                String path = question == SetupQuestion.HEADLINE
                        ? HEADLINE_FILE
                        : "answers/%s-%d.md".formatted(question.wire(), position);
                items.add(TransferItem.proposed(position++, path, question.wire(), proposal));
            }
        });
        return items;
    }

    private Tree tree(Map<SetupQuestion, String> answers) {
        String given = answers.getOrDefault(SetupQuestion.PRODUCT, "").strip();
        if (given.isEmpty()) {
            return new Tree(null, false);
        }
        String product = name(given);
        boolean grows = answers.containsKey(SetupQuestion.HEADLINE);
        if (!grows) {
            var trees = directory.treesOfProducts();
            grows = directory.called("product", List.of(product)).values().stream()
                    .flatMap(List::stream)
                    .anyMatch(trees::containsKey);
        }
        return new Tree(product, grows);
    }

    private static String name(String answer) {
        var named = NAMED.matcher(answer);
        String name =
                named.matches() ? named.group(1) : answer.lines().findFirst().orElse(answer);
        return name.substring(0, Math.min(NAME, name.length()))
                .replaceFirst("[.]$", "")
                .strip();
    }

    private List<Proposal> proposals(SetupQuestion question, String answer, Tree tree) {
        return switch (question) {
            case COMPANY ->
                List.of(one(EntryKind.NARRATIVE, "Who we are", answer, Map.of(), "Your story, word for word."));
            case PRODUCT -> product(answer, tree);
            case PROBLEM -> List.of(node(EntryKind.PROBLEM, answer, tree, null));
            case CHANGE -> List.of(node(EntryKind.CHANGE, answer, tree, null));
            case HEADLINE -> List.of(node(EntryKind.HEADLINE, answer, tree, null));
            case VALUE ->
                LINES.splitAsStream(answer)
                        .map(line -> line.strip().replaceFirst("^([-*•]|\\d+[.)])\\s+", ""))
                        .filter(line -> !line.isBlank())
                        .limit(FOR_ONE)
                        .map(line -> node(EntryKind.VALUE_PROP, line, tree, HEADLINE_FILE))
                        .toList();
            case IDEAL_CUSTOMER ->
                List.of(one(
                        EntryKind.IDEAL_CUSTOMER_PROFILE,
                        "Our ideal customer",
                        answer,
                        Map.of(),
                        "Who fits, for whoever looks for customers."));
            case DISCOUNTS -> List.of(policy("Discounts", EntryKind.APPROVAL, answer));
            case REFUNDS -> List.of(policy("Refunds and guarantees", EntryKind.PROCEDURE, answer));
            case TONE ->
                List.of(one(EntryKind.TONE, "How we sound", answer, Map.of(), "What is wanted and what is not."));
        };
    }

    private static List<Proposal> product(String answer, Tree tree) {
        String product = Objects.requireNonNull(tree.product());
        var named = NAMED.matcher(answer);
        String text = named.matches() ? named.group(2).strip() : answer;
        return List.of(one(
                EntryKind.FAQ,
                "What is %s?".formatted(product),
                text.isEmpty() ? answer : Character.toUpperCase(text.charAt(0)) + text.substring(1),
                Map.of(EntryFields.PRODUCTS, List.of(product)),
                "The question that comes first, with your answer."));
    }

    private static Proposal node(EntryKind kind, String answer, Tree tree, @Nullable String parent) {
        String title = answer.contains("\n") || answer.length() > TITLE ? Details.title(answer) : answer;
        var more = new LinkedHashMap<String, @Nullable Object>();
        String reason = "A message; name a product, and it stands in its message tree.";
        if (tree.product() != null) {
            more.put(EntryFields.PRODUCTS, List.of(tree.product()));
            reason = "A message of %s; it goes into its message tree once there is a headline."
                    .formatted(tree.product());
        }
        if (tree.grows()) {
            more.put(EntryFields.TREE, tree.product());
            reason = "Stands in the message tree of %s.".formatted(tree.product());
        }
        if (tree.grows() && parent != null) {
            more.put(EntryFields.PARENT, parent);
        }
        return one(kind, title, title.equals(answer) ? "" : answer, more, reason);
    }

    private Proposal policy(String title, EntryKind otherwise, String answer) {
        var compiled = answer.length() > CompileClause.LONGEST ? null : compile.of(answer.replace('\n', ' '));
        boolean rules = compiled != null && !compiled.textOnly();
        var kind = rules ? ruled(compiled.conditions().getFirst().kind().wire(), otherwise) : otherwise;
        String reason = rules
                ? "It becomes %d %s."
                        .formatted(compiled.rules().size(), compiled.rules().size() == 1 ? "rule" : "rules")
                : "It stays text: nothing in it is enforced."
                        + (compiled == null || compiled.why() == null ? "" : " " + compiled.why());
        return one(kind, title, answer, Map.of(), reason);
    }

    private static EntryKind ruled(String rule, EntryKind otherwise) {
        return otherwise == EntryKind.PROCEDURE ? otherwise : EntryKind.of(rule).orElse(otherwise);
    }

    private static Proposal one(
            EntryKind kind, String title, String body, Map<String, ? extends @Nullable Object> more, String reason) {
        var front = new LinkedHashMap<String, @Nullable Object>();
        front.put(EntryFields.CATEGORY, kind.category().wire());
        front.put(EntryFields.KIND, kind.wire());
        front.put(EntryFields.TITLE, title);
        front.put(EntryFields.STATUS, "draft");
        front.put("language", GuessLanguage.of(title + " " + body));
        front.put("source", "Questions of the set-up");
        front.putAll(more);
        var details = Details.of(kind, title, body);
        if (!details.isEmpty()) {
            front.put(EntryFields.DETAILS, details);
        }
        boolean said = details.containsKey("clause");
        return new Proposal(front, said ? "" : body, List.of(reason), true);
    }
}
