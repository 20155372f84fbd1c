package dev.windrose.workspace.view;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.FieldUses;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fields that saved views show, sort or filter by, on their own records or over a reference. */
@Component
class ViewUses implements FieldUses {

    private final ViewStore store;

    ViewUses(ViewStore store) {
        this.store = store;
    }

    @Override
    public List<Use> of(String type, String field) {
        return store.all().stream()
                .filter(view -> names(view, type, field))
                .map(view -> new Use("view", view.id().toString(), called(view)))
                .toList();
    }

    private static boolean names(SavedView view, String type, String field) {
        String query = JsonMapper.shared().writeValueAsString(view.query());
        return view.recordType().equals(type) && query.matches("(?s).*[\"-]%s[\":].*".formatted(field))
                || query.contains("." + field + "\"");
    }

    /** What somebody calls a view of their own is nobody else's matter. */
    private static String called(SavedView view) {
        boolean told = view.visibility() != SavedView.Visibility.PRIVATE
                || view.owner().equals(ActorScope.current().person());
        return told ? view.name() : "A private view";
    }
}
