package dev.windrose.agents.ask;

import dev.windrose.llm.language.Fold;
import dev.windrose.platform.ActorScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The answer of a case by plain SQL over the rows of the workspace. */
final class ExpectedAnswer {

    private static final String BASE =
            "%1$s.deal_amount / 100.0 * case when %1$s.deal_amount_currency = '%2$s' then 1 else (select r.rate from exchange_rates r where r.tenant_id = %1$s.tenant_id and r.base_currency = '%2$s' and r.currency = %1$s.deal_amount_currency and r.day <= date '2026-03-18' order by r.day desc limit 1) end";
    private static final String LIVE = " where x.tenant_id = '%s' and x.deleted_at is null)";
    private static final String COMPANY = " left join companies c on c.tenant_id = x.tenant_id and c.id = x.company_id";
    private static final String OWNER = " left join people o on o.tenant_id = x.tenant_id and o.id = x.owner_id";
    private static final String PRODUCT = " left join products p on p.tenant_id = x.tenant_id and p.id = x.product_id";

    private final ApplicationContext context;
    private final JsonNode one;
    private @Nullable List<Object> found;

    ExpectedAnswer(ApplicationContext context, JsonNode one) {
        this.context = context;
        this.one = one;
    }

    private String sql(String text) {
        var tenant = ActorScope.current().tenant().toString();
        var base = context.getBean(dev.windrose.platform.people.Workspaces.class)
                .current()
                .baseCurrency();
        Map<String, String> views = Map.of(
                "{deals}",
                "(select x.*, c.name company, c.country_hq country, p.name product, o.name \"owner\", t.name territory, l.name lost_reason_name, "
                        + BASE.formatted("x", base) + " base from deals x" + COMPANY + PRODUCT + OWNER
                        + " left join territories t on t.tenant_id = x.tenant_id and t.id = c.territory_id"
                        + " left join lost_reasons l on l.tenant_id = x.tenant_id and l.id = x.lost_reason_id",
                "{companies}",
                "(select x.*, x.country_hq country, o.name \"owner\", t.name territory from companies x" + OWNER
                        + " left join territories t on t.tenant_id = x.tenant_id and t.id = x.territory_id",
                "{contacts}",
                "(select x.*, c.name company, c.country_hq country from contacts x" + COMPANY,
                "{issues}",
                "(select x.*, c.name company from issues x" + COMPANY,
                "{tasks}",
                "(select x.*, c.name company, a.name assignee from tasks x" + COMPANY
                        + " left join people a on a.tenant_id = x.tenant_id and a.id = x.assignee_id",
                "{interactions}",
                "(select x.*, c.name company, a.name creator from interactions x" + COMPANY
                        + " left join people a on a.tenant_id = x.tenant_id and a.id = x.created_by",
                "{objections}",
                "(select x.*, c.name company from objections x" + COMPANY,
                "{feedback}",
                "(select x.*, c.name company, p.name product from feedback x" + COMPANY + PRODUCT);
        var out = text;
        int alias = 0;
        for (var view : views.entrySet()) {
            while (out.contains(view.getKey())) {
                int at = out.indexOf(view.getKey());
                var after = out.substring(at + view.getKey().length());
                boolean named = after.matches("(?s) (?:c|d|i) .*");
                out = out.substring(0, at)
                        + view.getValue()
                        + LIVE.formatted(tenant)
                        + (named ? "" : " v" + alias++)
                        + after;
            }
        }
        return out;
    }

    private List<Object> rows(String text) {
        return new java.util.ArrayList<>(
                context.getBean(TransactionTemplate.class).execute(status -> context.getBean(JdbcClient.class)
                        .sql(sql(text))
                        .query((rs, row) -> rs.getObject(1))
                        .list()));
    }

    private List<Object> wanted() {
        if (found == null) {
            var text = one.path("sql").asString();
            found = text.startsWith("@asof") ? List.of(asOf(text.split(" "))) : rows(text);
        }
        return found;
    }

    /** By the kept periods of stages. */
    private Object asOf(String... order) {
        var stage = order[2].equals("open") ? "p.value not in ('won', 'lost')" : "p.value = '" + order[2] + "'";
        return rows("select count(distinct p.record_id) from record_periods p where p.tenant_id = '%s' and p.record_type = 'deal' and p.field = 'stage' and %s and p.entered_at < date '%s' + 1 and (p.left_at is null or p.left_at >= date '%s' + 1)"
                        .formatted(ActorScope.current().tenant(), stage, order[1], order[1]))
                .getFirst();
    }

    boolean fits(@Nullable Answered answered) {
        var type = one.path("type").asString();
        if (type.equals("none")) {
            return answered == null || answered.refused();
        }
        if (answered == null || answered.refused()) {
            return false;
        }
        return switch (type) {
            case "number", "money" -> number(answered.value());
            case "date" -> day(answered.value());
            case "id" -> id(answered.value());
            case "ids" -> ids(answered.value());
            default -> words(answered.text());
        };
    }

    private boolean day(AnswerValue value) {
        return value instanceof AnswerValue.Day day
                && day.date().toString().equals(String.valueOf(wanted().getFirst()));
    }

    private boolean id(AnswerValue value) {
        // Where several come first with the same figure, all of them are named.
        var ids = value instanceof AnswerValue.Ids several
                ? several.ids()
                : value instanceof AnswerValue.Id id ? List.of(id) : List.<AnswerValue.Id>of();
        return ids.size() <= 5 && ids.stream().anyMatch(id -> same(id.label(), wanted().getFirst()));
    }

    private boolean number(AnswerValue value) {
        var got = value instanceof AnswerValue.Figure figure
                ? figure.value()
                : value instanceof AnswerValue.Amount money ? money.amount() : null;
        var first = wanted().getFirst();
        return got != null
                && first != null
                && got.subtract(new BigDecimal(first.toString())).abs().doubleValue() <= 0.06;
    }

    private boolean ids(AnswerValue value) {
        var got = value instanceof AnswerValue.Ids several
                ? several.ids().stream().map(AnswerValue.Id::label).toList()
                : value instanceof AnswerValue.Id id ? List.of(id.label()) : null;
        return got != null && folded(got).equals(folded(wanted()));
    }

    private static Set<String> folded(List<?> names) {
        var out = new TreeSet<String>();
        names.forEach(name -> out.add(Fold.words(String.valueOf(name))));
        return out;
    }

    private static boolean same(String label, Object wanted) {
        return Fold.words(label).equals(Fold.words(String.valueOf(wanted)));
    }

    private boolean words(String text) {
        var said = text.replace(",", "").toLowerCase(java.util.Locale.ROOT);
        if (one.has("sql")) {
            var first = String.valueOf(wanted().getFirst()).toLowerCase(java.util.Locale.ROOT);
            return said.contains(first.replace(",", "")) || Fold.words(said).contains(Fold.words(first));
        }
        var words = one.path("value").valueStream().map(JsonNode::asString).toList();
        if (words.getFirst().startsWith("@exists ")) {
            boolean there = !rows(words.getFirst().substring(8)).isEmpty();
            return said.startsWith(there ? "yes" : "no");
        }
        return words.stream().allMatch(text.toLowerCase(java.util.Locale.ROOT)::contains);
    }

    String told() {
        return one.has("sql") ? String.valueOf(wanted()) : one.path("value").toString();
    }
}
