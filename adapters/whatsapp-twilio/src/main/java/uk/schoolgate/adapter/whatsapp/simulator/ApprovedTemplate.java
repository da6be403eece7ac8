package uk.schoolgate.adapter.whatsapp.simulator;

/**
 * A template as WhatsApp would have approved it.
 *
 * @param name its friendly name in the account
 * @param body with {@code {{1}}} for what is filled in
 * @param button the label of its one button
 * @param payload what the button sends back
 */
public record ApprovedTemplate(String name, String body, String button, String payload) {}
