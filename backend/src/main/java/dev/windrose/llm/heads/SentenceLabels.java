package dev.windrose.llm.heads;

import java.util.ArrayList;
import java.util.List;

/** What a sentence may do, and how it may be meant. */
public final class SentenceLabels {

    /** Labels of sentences that are about customers, selling, service or marketing. */
    static final List<String> KNOWN = known();

    /** Those labels, and after them those that say how a sentence is meant or that it is about something else. */
    public static final List<String> ALL = all();

    private SentenceLabels() {}

    private static List<String> known() {
        var out = new ArrayList<String>();
        add(
                out,
                "intent",
                "log_interaction create_record update_record ask_question draft_content create_task report_issue log_feedback"
                        + " log_objection request_approval schedule_meeting price_quote update_company_context run_report");
        add(out, "stage", "lead qualified discovery proposal negotiation won lost");
        add(out, "held", "call meeting email chat event demo note");
        add(out, "issue", "bug question feature_request billing onboarding access outage other");
        add(out, "status", "open in_progress waiting resolved closed");
        add(out, "priority", "low medium high urgent");
        add(out, "objection", "price timing security competitor feature_gap authority contract other");
        add(out, "feedback", "positive neutral negative");
        add(out, "state", "dormant exploring buying using churned");
        add(out, "task", "author colleague");
        add(out, "health", "good at_risk bad");
        add(out, "role", "champion decision_maker influencer blocker user economic_buyer");
        return List.copyOf(out);
    }

    private static List<String> all() {
        var out = new ArrayList<>(KNOWN);
        out.add("intent:none");
        out.add("oos");
        add(out, "mode", "negated hypothetical hearsay hope retracted quoted");
        return List.copyOf(out);
    }

    private static void add(List<String> to, String group, String values) {
        for (var value : values.split(" ")) {
            to.add(group + ":" + value);
        }
    }
}
