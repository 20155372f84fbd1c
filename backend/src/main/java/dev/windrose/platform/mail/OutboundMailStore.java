package dev.windrose.platform.mail;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutboundMailStore {

    private final JdbcClient jdbc;

    OutboundMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a link to unsubscribe is known by, and its address. */
    record Link(byte @Nullable [] hash, @Nullable String address) {}

    void insert(Actor actor, UUID id, String messageId, NewMail mail, Link link, Instant at) {
        var by = actor.rightsOf();
        jdbc.sql("""
                        insert into outbound_mails (tenant_id, id, status, purpose, message_id, to_addresses, cc_addresses, bcc_addresses,
                            subject, body_text, body_html, in_reply_to, reference_ids, unsubscribe_hash, unsubscribe_link, record_type, record_id,
                            created_by, created_by_name, created_at, file_ids)
                        values (:tenant, :id, 'waiting', :purpose, :messageId, :to, :cc, :bcc, :subject, :text, :html, :inReplyTo, :references,
                            :hash, :link, :recordType, :record, :by, :byName, :at, :files)
                        """)
                .param("tenant", actor.tenant().value())
                .param("id", id)
                .param("purpose", mail.purpose().wire())
                .param("messageId", messageId)
                .param("to", mail.to().toArray(String[]::new))
                .param("cc", mail.cc().toArray(String[]::new))
                .param("bcc", mail.bcc().toArray(String[]::new))
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("inReplyTo", mail.inReplyTo())
                .param("references", mail.references().toArray(String[]::new))
                .param("files", mail.files().toArray(UUID[]::new))
                .param("hash", link.hash(), Types.BINARY)
                .param("link", link.address())
                .param("recordType", mail.recordType())
                .param("record", mail.recordId())
                .param("by", by == null ? null : by.value())
                .param("byName", actor.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<OutboundMail> find(UUID id) {
        return jdbc.sql("select * from outbound_mails where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> mail(rs))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param by only mail of this person, where given
     * @param before only those older than this one, where given
     */
    List<OutboundMail> list(@Nullable MailStatus status, @Nullable UUID by, @Nullable UUID before, int most) {
        return jdbc.sql("""
                        select * from outbound_mails
                        where tenant_id = :tenant and (cast(:status as text) is null or status = :status)
                            and (cast(:by as uuid) is null or created_by = :by)
                            and (cast(:before as uuid) is null or (created_at, id) < (
                                select b.created_at, b.id from outbound_mails b where b.tenant_id = :tenant and b.id = :before))
                        order by created_at desc, id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("status", status == null ? null : status.wire(), Types.VARCHAR)
                .param("by", by, Types.OTHER)
                .param("before", before, Types.OTHER)
                .param("most", most)
                .query((rs, _) -> mail(rs))
                .list();
    }

    List<OutboundMail> withMessageIds(Collection<String> messageIds) {
        return jdbc.sql("select * from outbound_mails where tenant_id = :tenant and message_id = any(:ids)")
                .param("tenant", tenant())
                .param("ids", messageIds.toArray(String[]::new))
                .query((rs, _) -> mail(rs))
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from outbound_mails where tenant_id = :tenant and status = 'waiting'")
                .param("tenant", tenant())
                .query(Integer.class)
                .single();
    }

    /** @return the number of this request, where the mail can be sent */
    Optional<Integer> request(UUID id) {
        return jdbc.sql("""
                        update outbound_mails set requests = requests + 1, status = 'waiting', reason = null
                        where tenant_id = :tenant and id = :id and status in ('waiting', 'failed', 'suppressed', 'cancelled', 'bounced')
                        returning requests
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    boolean cancel(UUID id) {
        return jdbc.sql(
                                "update outbound_mails set status = 'cancelled' where tenant_id = :tenant and id = :id and status in ('waiting', 'failed')")
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** From one status to another; nothing where somebody else was faster. */
    boolean move(UUID id, MailStatus from, MailStatus to, @Nullable String reason, @Nullable Instant sent) {
        return jdbc.sql("""
                        update outbound_mails set status = :to, reason = :reason,
                            attempts = attempts + case when :to = 'sending' then 1 else 0 end,
                            sent_at = coalesce(cast(:sent as timestamptz), sent_at)
                        where tenant_id = :tenant and id = :id and status = :from
                        """)
                        .param("to", to.wire())
                        .param("reason", reason, Types.VARCHAR)
                        .param("sent", sent == null ? null : sent.toString(), Types.VARCHAR)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("from", from.wire())
                        .update()
                == 1;
    }

    /** The address that the link was sent to. */
    Optional<String> recipientOf(UUID id, byte[] hash) {
        return jdbc.sql("""
                        select to_addresses[1] from outbound_mails
                        where tenant_id = :tenant and id = :id and unsubscribe_hash = :hash
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    void suppress(String address, String reason, Instant since) {
        jdbc.sql("""
                        insert into mail_suppressions (tenant_id, address, reason, since) values (:tenant, :address, :reason, :since)
                        on conflict (tenant_id, address) do nothing
                        """)
                .param("tenant", tenant())
                .param("address", address)
                .param("reason", reason)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<String> suppressed(Collection<String> addresses) {
        return jdbc.sql("select address from mail_suppressions where tenant_id = :tenant and address = any(:addresses)")
                .param("tenant", tenant())
                .param("addresses", addresses.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static OutboundMail mail(ResultSet rs) throws SQLException {
        var by = rs.getObject("created_by", UUID.class);
        var sent = rs.getObject("sent_at", OffsetDateTime.class);
        return new OutboundMail(
                rs.getObject("id", UUID.class),
                MailStatus.of(rs.getString("status")).orElseThrow(),
                MailPurpose.valueOf(rs.getString("purpose").toUpperCase(java.util.Locale.ROOT)),
                rs.getString("message_id"),
                texts(rs, "to_addresses"),
                texts(rs, "cc_addresses"),
                texts(rs, "bcc_addresses"),
                rs.getString("subject"),
                rs.getString("body_text"),
                rs.getString("body_html"),
                rs.getString("in_reply_to"),
                texts(rs, "reference_ids"),
                rs.getString("unsubscribe_link"),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                by == null ? null : new PersonId(by),
                rs.getString("created_by_name"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                sent == null ? null : sent.toInstant(),
                rs.getInt("attempts"),
                rs.getString("reason"),
                List.of((UUID[]) rs.getArray("file_ids").getArray()));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
