package dev.windrose.workspace.view;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.workspace.view.SavedView.Layout;
import dev.windrose.workspace.view.SavedView.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ViewStore {

    private static final TypeReference<Map<String, @Nullable Object>> QUERY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ViewStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order in which they were made. */
    List<SavedView> of(String recordType) {
        return jdbc.sql("select * from saved_views where tenant_id = :tenant and record_type = :type order by id")
                .param("tenant", tenant())
                .param("type", recordType)
                .query((rs, _) -> view(rs))
                .list();
    }

    List<SavedView> all() {
        return jdbc.sql("select * from saved_views where tenant_id = :tenant order by id limit 5000")
                .param("tenant", tenant())
                .query((rs, _) -> view(rs))
                .list();
    }

    Optional<SavedView> find(UUID id) {
        return jdbc.sql("select * from saved_views where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> view(rs))
                .optional();
    }

    void insert(SavedView view) {
        write(view, """
                        insert into saved_views (tenant_id, id, record_type, name, layout, visibility, owner_id, query, is_default, version,
                            created_at, updated_at)
                        values (:tenant, :id, :type, :name, :layout, :visibility, :owner, cast(:query as jsonb), :default, :version,
                            cast(:at as timestamptz), cast(:at as timestamptz))
                        """);
    }

    /** False if somebody has changed it meanwhile. */
    boolean update(SavedView view) {
        return write(view, """
                        update saved_views set name = :name, layout = :layout, visibility = :visibility, query = cast(:query as jsonb),
                            is_default = :default, version = :version, updated_at = cast(:at as timestamptz), record_type = :type, owner_id = :owner
                        where tenant_id = :tenant and id = :id and version = :version - 1
                        """) == 1;
    }

    private int write(SavedView view, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenant())
                .param("id", view.id())
                .param("type", view.recordType())
                .param("name", view.name())
                .param("layout", wire(view.layout()))
                .param("visibility", wire(view.visibility()))
                .param("owner", view.owner().value())
                .param("query", json.writeValueAsString(view.query()))
                .param("default", view.isDefault())
                .param("version", view.version())
                .param("at", view.updatedAt().toString())
                .update();
    }

    /** Takes the mark from every other default of the same audience. */
    void onlyDefault(SavedView view) {
        jdbc.sql("""
                        update saved_views set is_default = false, version = version + 1
                        where tenant_id = :tenant and record_type = :type and id <> :id and is_default
                            and case when :shared then visibility = 'shared' else visibility <> 'shared' and owner_id = :owner end
                        """)
                .param("tenant", tenant())
                .param("type", view.recordType())
                .param("id", view.id())
                .param("shared", view.visibility() == Visibility.SHARED)
                .param("owner", view.owner().value())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from saved_views where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    private SavedView view(ResultSet rs) throws SQLException {
        return new SavedView(
                rs.getObject("id", UUID.class),
                rs.getString("record_type"),
                rs.getString("name"),
                Layout.valueOf(rs.getString("layout").toUpperCase(Locale.ROOT)),
                Visibility.valueOf(rs.getString("visibility").toUpperCase(Locale.ROOT)),
                new PersonId(rs.getObject("owner_id", UUID.class)),
                json.readValue(rs.getString("query"), QUERY),
                rs.getBoolean("is_default"),
                rs.getLong("version"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
