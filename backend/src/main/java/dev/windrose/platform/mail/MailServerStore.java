package dev.windrose.platform.mail;

import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailServerStore {

    private final JdbcClient jdbc;

    MailServerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MailServer> find() {
        return jdbc.sql("select * from mail_servers where tenant_id = :tenant")
                .param("tenant", tenant())
                .query((rs, _) -> new MailServer(
                        rs.getString("host"),
                        rs.getInt("port"),
                        Security.of(rs.getString("security")).orElseThrow(),
                        rs.getString("user_name"),
                        rs.getObject("credential_id", UUID.class),
                        rs.getString("from_address"),
                        rs.getString("from_name"),
                        rs.getString("reply_to")))
                .optional();
    }

    void put(MailServer server, Instant at) {
        jdbc.sql("""
                        insert into mail_servers (tenant_id, host, port, security, user_name, credential_id, from_address, from_name, reply_to, changed_at)
                        values (:tenant, :host, :port, :security, :user, :credential, :from, :fromName, :replyTo, :at)
                        on conflict (tenant_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
                            user_name = excluded.user_name, credential_id = excluded.credential_id, from_address = excluded.from_address,
                            from_name = excluded.from_name, reply_to = excluded.reply_to, changed_at = excluded.changed_at
                        """)
                .param("tenant", tenant())
                .param("host", server.host())
                .param("port", server.port())
                .param("security", server.security().wire())
                .param("user", server.userName())
                .param("credential", server.credential())
                .param("from", server.fromAddress())
                .param("fromName", server.fromName())
                .param("replyTo", server.replyTo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete() {
        jdbc.sql("delete from mail_servers where tenant_id = :tenant")
                .param("tenant", tenant())
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
