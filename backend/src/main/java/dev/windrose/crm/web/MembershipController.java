package dev.windrose.crm.web;

import dev.windrose.crm.contact.Membership;
import dev.windrose.crm.contact.MembershipChange;
import dev.windrose.crm.contact.Memberships;
import dev.windrose.platform.id.ContactId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/contacts/{id}/memberships")
class MembershipController {

    private final Memberships memberships;

    MembershipController(Memberships memberships) {
        this.memberships = memberships;
    }

    record Page(List<Membership> data) {}

    @GetMapping
    Page list(@PathVariable UUID id) {
        return new Page(memberships.of(new ContactId(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Page add(@PathVariable UUID id, @RequestBody MembershipChange past) {
        return new Page(memberships.add(new ContactId(id), past));
    }

    @PatchMapping("/{membership}")
    Page change(@PathVariable UUID id, @PathVariable UUID membership, @RequestBody MembershipChange change) {
        return new Page(memberships.change(new ContactId(id), membership, change));
    }

    @DeleteMapping("/{membership}")
    Page remove(@PathVariable UUID id, @PathVariable UUID membership) {
        return new Page(memberships.remove(new ContactId(id), membership));
    }
}
