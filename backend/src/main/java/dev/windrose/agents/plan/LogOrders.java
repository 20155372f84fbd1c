package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Named.Candidate;
import dev.windrose.records.RecordData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "Log the objection", "log it as negative feedback", "open an issue", "open a deal", "tell the owner". */
final class LogOrders implements OrderKind {

    /** What people say of the reason against us, by its category. The order is that in which they are tried. */
    private static final Map<String, String> REASONS = reasons();

    private static final Pattern ISSUE = Pattern.compile(
            "(?is)^(?:open|raise|file|log|create|add) (?:an?|another) (?:new )?(?:issue|ticket)(?<rest>.*)$");
    private static final Pattern DEAL = Pattern.compile(
            "(?is)^(?:open|create|add|make|start|set up) (?:an?|another) (?:new )?(?:deal|opportunity|lead)(?<rest>.*)$");
    private static final Pattern PRIORITY = Pattern.compile("(?i)(?<!\\p{L})(low|medium|high|urgent)(?!\\p{L})");
    private static final Pattern UNITS = Pattern.compile(
            "(?i)(?<![\\d.,])(\\d{1,6})(?: more| additional| further)? (?:\\p{L}+ ){0,2}?(?:sites?|units?|seats?|licen[cs]es?|users?|rooms?|locations?|gateways?|shops?|stores?)");

    private static Map<String, String> reasons() {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("price", "price|pricing|pricey|expensive|too much|cheaper|cost|costs|budget|preis|teuer");
        reasons.put(
                "timing",
                "timing|frozen|freeze|not now|too early|later|next year|postponed|on hold|till|until|no time");
        reasons.put("security", "security|compliance|gdpr|privacy|iso ?27001|soc ?2|penetration");
        reasons.put("contract", "contract|liability|terms|legal");
        reasons.put("authority", "authority|not (?:his|her|their) decision|board has to");
        reasons.put("feature_gap", "feature|missing|lacks?|cannot do|certificat\\w*|integration");
        reasons.put("competitor", "competitor|rival");
        return reasons;
    }

    @Override
    public boolean read(Clause clause, Wish wish) {
        if (clause.begins("(?:log|note|record|add|enter) (?:it|this|that|the|a|an|as|\\p{L}+ )?.*\\bobjection\\b.*")) {
            return objection(clause, wish);
        }
        if (clause.begins("(?:log|note|record|add|enter) .*\\bfeedback\\b.*")) {
            return feedback(clause, wish);
        }
        var issue = ISSUE.matcher(clause.text());
        if (issue.matches()) {
            return issue(issue.group("rest"), clause, wish);
        }
        var deal = DEAL.matcher(clause.text());
        if (deal.matches()) {
            return newDeal(clause, wish);
        }
        return clause.begins("(?:tell|let|notify|inform|ping) .+") && tell(clause, wish);
    }

    static Optional<String> reason(String text) {
        var clause = new Clause(text, 0, text.length(), false);
        return REASONS.entrySet().stream()
                .filter(reason -> clause.has(reason.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What the message tells beside its orders. */
    static String story(Wish wish) {
        return Clause.of(wish.text).stream()
                .filter(clause -> !clause.order())
                .map(Clause::text)
                .collect(Collectors.joining(". "));
    }

    private static boolean objection(Clause clause, Wish wish) {
        var story = story(wish);
        var category = reason(clause.text()).or(() -> reason(story));
        if (category.isEmpty()
                || story.isBlank()
                || !wish.named(clause, "interaction").isEmpty()) {
            // What somebody said in a call or a mail is for a reader of those.
            return false;
        }
        var company = wish.company(clause);
        if (company.isEmpty()) {
            throw Stop.asking("Which company objected?", List.of());
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("category", category.get());
        values.put("company_id", company.get().id().toString());
        values.put("text", TaskOrders.capital(story));
        values.put("status", "open");
        competitor(wish).ifPresent(rival -> values.put("competitor", rival.title()));
        var deals = wish.look.openDeals(company.get().id());
        if (deals.size() == 1) {
            values.put("deal_id", deals.getFirst().id().toString());
        }
        wish.create("objection", clause, values);
        return true;
    }

    static Optional<Candidate> competitor(Wish wish) {
        var found = wish.named("competitor");
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(wish.one(found.getFirst(), "competitor", Candidate::title));
    }

    private static boolean feedback(Clause clause, Wish wish) {
        var story = story(wish);
        var sentiment = List.of("positive", "negative", "neutral").stream()
                .filter(clause::has)
                .findFirst();
        var company = wish.company(clause);
        if (sentiment.isEmpty() || company.isEmpty() || story.isBlank()) {
            return false;
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("sentiment", sentiment.get());
        values.put("summary", TaskOrders.capital(story));
        values.put("company_id", company.get().id().toString());
        var products = wish.named(clause, "product");
        if (!products.isEmpty()) {
            values.put(
                    "product_id",
                    wish.one(products.getFirst(), "product", Candidate::title)
                            .id()
                            .toString());
        }
        wish.create("feedback", clause, values);
        return true;
    }

    private static boolean issue(String rest, Clause clause, Wish wish) {
        var company = wish.company(clause);
        var values = new LinkedHashMap<String, @Nullable Object>();
        var priority = PRIORITY.matcher(rest);
        if (priority.find()) {
            values.put("priority", priority.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        var said = rest.contains(":") ? rest.substring(rest.indexOf(':') + 1).strip() : "";
        if (said.isEmpty()) {
            var about = Pattern.compile("(?i)\\b(?:about|that|because) (.+)$").matcher(rest);
            said = about.find() ? about.group(1).strip() : story(wish);
        }
        if (said.isBlank() && !wish.wanted.asked()) {
            throw Stop.asking("What is the issue about? What happened?", List.of());
        }
        said = said.isBlank() ? wish.wanted.answered() : said;
        if (said.isBlank() || said.matches("(?i)i (?:don['’]?t|do not) know.*")) {
            throw Stop.asking("What is the issue about? What happened?", List.of());
        }
        company.ifPresent(one -> values.put("company_id", one.id().toString()));
        var line = said.split("(?<=[.!?])\\s", 2)[0].replaceAll("[.\\s]+$", "");
        values.put("title", TaskOrders.capital(line));
        values.put("description", said);
        values.put("status", "open");
        wish.create("issue", clause, values);
        return true;
    }

    private static boolean newDeal(Clause clause, Wish wish) {
        var company = wish.company(clause);
        if (company.isEmpty()) {
            throw Stop.asking("For which company is the deal?", List.of());
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("company_id", company.get().id().toString());
        stage(clause).ifPresent(stage -> values.put("stage", stage));
        var products = wish.named("product");
        if (!products.isEmpty()) {
            values.put(
                    "product_id",
                    wish.one(products.getFirst(), "product", Candidate::title)
                            .id()
                            .toString());
        }
        var units = UNITS.matcher(wish.text);
        if (units.find()) {
            values.put("quantity", Integer.valueOf(units.group(1)));
        }
        wish.create("deal", clause, values);
        wish.last = company.get();
        return true;
    }

    private static Optional<String> stage(Clause clause) {
        if (clause.begins("(?:open|create|add|make) (?:an?|another) (?:new )?lead\\b")) {
            return Optional.of("lead");
        }
        return List.of("lead", "qualified", "discovery", "proposal", "negotiation").stream()
                .filter(clause::has)
                .findFirst();
    }

    /** A comment that mentions the colleague, on what the message is about. */
    private static boolean tell(Clause clause, Wish wish) {
        var about = wish.last != null ? Optional.of(wish.last) : subject(clause, wish);
        if (about.isEmpty()) {
            return false;
        }
        java.util.UUID who;
        if (clause.has("the owner|its owner|whoever owns (?:it|them)")) {
            who = wish.owner(clause);
        } else {
            var person = wish.person(clause);
            if (person.isEmpty()) {
                return false;
            }
            who = person.get();
        }
        var rest = clause.text()
                .replaceFirst(
                        "(?is)^(?:tell|let|notify|inform|ping) \\S+(?: know)?(?: (?:about it|that|about))?[ :,]*", "");
        var said = rest.isBlank() || rest.matches("(?i)owner|it|her|him") ? wish.text : rest;
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("record_type", about.get().type());
        values.put("record_id", about.get().id().toString());
        values.put("body", TaskOrders.capital(said.strip()));
        values.put("mentions", List.of(who.toString()));
        wish.create("comment", clause, values);
        return true;
    }

    private static Optional<RecordData> subject(Clause clause, Wish wish) {
        for (var type : List.of("deal", "issue", "project", "contact", "company")) {
            var found = wish.named(type);
            if (!found.isEmpty()) {
                return Optional.of(wish.record(found.getFirst(), type));
            }
        }
        return wish.viewed("deal").or(() -> wish.viewed("company"));
    }
}
