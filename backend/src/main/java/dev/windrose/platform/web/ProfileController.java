package dev.windrose.platform.web;

import dev.windrose.platform.access.ChangePassword;
import dev.windrose.platform.access.SessionCookies;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.ProfileChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/profile")
class ProfileController {

    private final People people;
    private final ChangePassword changePassword;
    private final SessionCookies cookies;

    ProfileController(People people, ChangePassword changePassword, SessionCookies cookies) {
        this.people = people;
        this.changePassword = changePassword;
        this.cookies = cookies;
    }

    record NewPassword(@Nullable String current, @Nullable String password) {}

    @GetMapping
    PersonView get() {
        return PersonView.of(people.get(People.self()));
    }

    @PatchMapping
    PersonView change(@RequestBody ProfileChange change) {
        return PersonView.of(people.changeOwn(change));
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody NewPassword body, HttpServletRequest request, HttpServletResponse response) {
        var session = changePassword.run(body.current(), body.password(), request.getRemoteAddr());
        if (request.getHeader("Authorization") == null) {
            cookies.set(request, response, session.secret());
        }
    }
}
