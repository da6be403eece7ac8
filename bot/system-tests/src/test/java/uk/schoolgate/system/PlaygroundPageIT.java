package uk.schoolgate.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, used as a first visitor would. */
@EnabledIf(value = "chromium", disabledReason = "no Chromium here: install Debian's chromium package")
class PlaygroundPageIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static Bot bot;
    private static Playwright playwright;
    private static Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    static boolean chromium() {
        return Files.isExecutable(CHROMIUM);
    }

    @BeforeAll
    static void start() {
        bot = Bot.start(folder);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        bot.close();
    }

    @BeforeEach
    void open() {
        page = browser.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(bot.url());
        assertThat(page.locator("#steps > li")).hasCount(3);
    }

    @AfterEach
    void close() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator step(int number) {
        return page.locator("#steps > li").nth(number);
    }

    private void postStep(int number) {
        step(number).getByRole(AriaRole.BUTTON).first().click();
    }

    @Test
    void aFirstVisitorIsLedFromAMessageToTheIncident() {
        postStep(0);
        assertThat(page.locator("#group .chat")).containsText("always in trouble");
        button(Pattern.compile("^Read .*private word$")).first().click();
        assertThat(page.locator("#private .chat")).containsText("A private word about your message");
        assertThat(page.locator("#private .chat blockquote").first()).not().isEmpty();
        button(Pattern.compile("^Decide as .*class rep$")).first().click();
        button("Hand to the school").last().click();
        button("Yes, hand it over").last().click();
        assertThat(page.locator("#letters")).containsText(Pattern.compile("\\[ALD-\\d\\d-\\d{4}]"));
        assertThat(page.locator("#private .chat")).containsText("has arrived in the school’s complaints inbox");
        assertThat(page.frameLocator("#letter iframe").locator("body")).containsText("always in trouble");
    }

    @Test
    void anAttackOnATeacherGetsAPrivateWordAndACard() {
        postStep(1);
        button(Pattern.compile("^Read .*private word$")).last().click();
        assertThat(page.locator("#private .chat")).containsText("member of staff");
        step(1).getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator("#private .chat .bubble").last()).containsText("Should the school deal with it?");
        button("No action").last().click();
        assertThat(page.locator("#private .chat .bubble").last()).containsText("Thank you. No action");
    }

    @Test
    void aQuestionIsAnsweredInTheGroupWithTheClauseQuoted() {
        postStep(2);
        Locator answer = page.locator("#group .chat .bot").last();
        assertThat(answer).containsText("other children");
        assertThat(answer.locator("blockquote cite").first()).containsText("Policy");
    }

    @Test
    void questionsAreAnsweredInPrivateAndInTeams() {
        page.locator("#private-text").fill("what time do the gates open");
        page.locator("#private-text").press("Enter");
        // The notice of an earlier test's message may come after this answer.
        assertThat(page.locator("#private .chat .bot").filter(new Locator.FilterOptions().setHasText("8.40")))
                .hasCount(1);

        page.locator("#person").selectOption("S08");
        page.locator("#teams-text").fill("@Schoolgate may I keep a gift over thirty pounds from a parent?");
        page.locator("#teams-text").press("Enter");
        assertThat(page.locator("#teams .chat .bot").last()).containsText("£30");
        assertThat(page.locator("#group .absent")).containsText("is not in");
    }

    @Test
    void languagesThatRunFromRightToLeftDoSo() {
        page.locator("#person").selectOption("S09");
        page.locator("#private-text").fill("العربية");
        assertThat(page.locator("#private-text")).hasCSS("direction", "rtl");
        page.locator("#private-text").press("Enter");
        Locator answer = page.locator("#private .chat .bot").last();
        assertThat(answer).containsText("بالعربية");
        assertThat(answer.locator(".text").first()).hasCSS("direction", "rtl");
        page.locator("#private-text").fill("what time do the gates open");
        page.locator("#private-text").press("Enter");
        assertThat(answer.locator(".text").first()).containsText("سياسة المدرسة");
        assertThat(answer.locator("blockquote").first()).hasCSS("direction", "ltr");
    }

    @Test
    void aSafeguardingSignReachesTheLeadsMailboxAndNoOther() {
        page.locator("#group-text").fill("a friend's little girl told me her dad hits her, she is scared to go home");
        page.locator("#group .composer button").click();
        assertThat(button(Pattern.compile("^Safeguarding lead \\([1-9]"))).isVisible();
        button(Pattern.compile("^Safeguarding lead")).click();
        page.locator("#letters button").first().click();
        assertThat(page.frameLocator("#letter iframe").locator("body")).containsText("scared to go home");
        button(Pattern.compile("^Headteacher")).click();
        assertThat(page.locator("#letters")).not().containsText("Safeguarding");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.locator("#group-text").focus();
        page.keyboard().type("Morning all");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("see you later");
        page.keyboard().press("Enter");
        assertThat(page.locator("#group .chat .mine").last())
                .containsText(
                        "Morning all\nsee you later",
                        new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        page.keyboard().press("Tab");
        assertThat(page.locator("#group .photo input")).isFocused();
    }

    @Test
    void everyControlHasAName() {
        Object unnamed = page.evaluate("""
                () => [...document.querySelectorAll('button, select, textarea, input')]
                  .filter((it) => it.checkVisibility())
                  .filter((it) => !(it.textContent.trim() || it.getAttribute('aria-label') || it.labels?.length))
                  .map((it) => it.outerHTML)""");
        assertThat((List<?>) unnamed).isEmpty();
        assertThat(page.title()).contains("Alder Lane Primary School");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en-GB");
    }

    @Test
    void itFitsAPhone() {
        page.setViewportSize(375, 700);
        Object width = page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).isLessThanOrEqualTo(375);
        assertThat(page.locator("#group")).isVisible();
        assertThat(page.locator("#mail")).isHidden();
        button("Mailboxes").click();
        assertThat(page.locator("#mail")).isVisible();
        assertThat(page.locator("#group")).isHidden();
    }

    @Test
    void whatPeopleWriteIsTextAndNeverMarkup() {
        String nasty = "<img src=x onerror=alert(1)><b>Aisha</b> kicked him again </script>";
        page.locator("#group-text").fill(nasty);
        page.locator("#group .composer button").click();
        assertThat(page.locator("#group .chat .mine").last()).containsText(nasty);
        assertThat(page.locator("#group .chat img")).hasCount(0);
    }
}
