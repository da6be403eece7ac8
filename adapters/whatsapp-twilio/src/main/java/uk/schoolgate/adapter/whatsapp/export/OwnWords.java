package uk.schoolgate.adapter.whatsapp.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What WhatsApp writes itself, in place of a message or about the chat. English in full; in the other languages that
 * phones here are often set to, what stands in place of a message.
 */
final class OwnWords {
    private static final Set<String> DELETED = Set.of(
            "this message was deleted",
            "you deleted this message",
            "you deleted this message as admin",
            "this message was deleted by you",
            "diese nachricht wurde gelöscht",
            "du hast diese nachricht gelöscht",
            "ce message a été supprimé",
            "vous avez supprimé ce message",
            "se eliminó este mensaje",
            "este mensaje fue eliminado",
            "eliminaste este mensaje",
            "questo messaggio è stato eliminato",
            "hai eliminato questo messaggio",
            "mensagem apagada",
            "esta mensagem foi apagada",
            "você apagou esta mensagem",
            "dit bericht is verwijderd",
            "je hebt dit bericht verwijderd",
            "ta wiadomość została usunięta",
            "usunięto tę wiadomość",
            "acest mesaj a fost șters",
            "ai șters acest mesaj",
            "ați șters acest mesaj",
            "bu mesaj silindi",
            "bu mesajı sildiniz",
            "данное сообщение удалено",
            "تم حذف هذه الرسالة",
            "حذفت هذه الرسالة",
            "لقد حذفت هذه الرسالة",
            "یہ پیغام حذف کر دیا گیا",
            "یہ پیغام حذف کر دیا گیا تھا",
            "آپ نے یہ پیغام حذف کر دیا",
            "এই মেসেজটি মুছে ফেলা হয়েছে",
            "এই বার্তাটি মুছে ফেলা হয়েছে",
            "আপনি এই মেসেজটি মুছে ফেলেছেন");
    private static final String DELETED_BY_ADMIN = "this message was deleted by admin";

    /** An Android phone's {@code <Media omitted>}, in any language that has the word. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>\\n]{0,40}"
            + "(?:m[eéií]di|multim|medya|وسائط|ميديا|میڈیا|মিডিয়া|मीडिया|медиа|媒体|媒體|メディア|미디어)"
            + "[^<>\\n]{0,40}>");

    private static final String THING = "image|video|audio|sticker|gif|document|contact card|video note|voice message"
            + "|view once (?:message|photo|video|voice message)";
    private static final Pattern OMITTED = Pattern.compile(
            "(?:" + THING + ") omitted|null|<view once (?:photo|video|message|voice message)(?: omitted)?>");

    /** Too near to what people write to be believed without an iPhone's mark. */
    private static final Pattern OMITTED_ABROAD =
            Pattern.compile("[\\p{L} -]{2,30} (?:weggelassen|absente?|omise?s?|omitid[oa]"
                    + "|oculto|omess[oa]|weggelaten|pominięt[oya]|omis[ăe]?)");

    private static final String ATTACHED_WORDS =
            "file attached|datei angehängt|fichier joint|archivo adjunto|file allegato"
                    + "|arquivo anexado|bestand bijgevoegd|plik dołączony|plik załączony|fișier atașat|dosya ekli|файл добавлен"
                    + "|الملف مرفق|ملف مرفق|فائل منسلک ہے|ফাইল সংযুক্ত";
    private static final Pattern ATTACHED = Pattern.compile("<(?:attached|anhang|pièce jointe|adjunto|allegato|anexado"
            + "|bijlage|załącznik|atașat|ek|مرفق|منسلک|সংযুক্ত)\\s?: ?[^>\\n]{1,250}>"
            + "|[^\\n]{1,250}\\.[a-z0-9]{2,5} \\((?:" + ATTACHED_WORDS + ")\\)");

    private static final Pattern PLACE =
            Pattern.compile("(?:live )?location: ?https?://\\S+|live location shared|location shared");

    private static final Pattern CALL = Pattern.compile("(?:(?:missed|silenced) (?:group )?(?:voice|video) call"
            + "|(?:group )?(?:voice|video) call)[.,]?(?: (?:tap to call back|no answer|\\d+ (?:sec|min|h|hr|hour)s?"
            + "|\\d+ (?:joined|people joined)|at \\d{1,2}:\\d{2}.{0,3}))*\\.?");

    private static final Pattern SYSTEM = Pattern.compile("messages and calls are end-to-end encrypted"
            + "|messages to this (?:chat and calls|group) are now secured"
            + "|your security code with "
            + "|waiting for this message\\. this may take a while"
            + "|(?:you|admins?)?.{0,90}(?:joined using (?:this|a) (?:group|community)'?s? ?(?:invite )?link"
            + "|joined (?:from the community|via an invite link|using an invite link)"
            + "|changed (?:the (?:subject|group (?:name|description))|this group's|the group's|their phone number|to \\+)"
            + "|(?:created|deleted) (?:this )?(?:group|community)"
            + "|turned (?:on|off) (?:disappearing messages|admin approval)"
            + "|pinned a message|started a (?:call|video call|voice call)"
            + "|security code (?:with .{1,90} )?changed"
            + "|(?:are|is|'re) (?:now|no longer) an? (?:community )?admin"
            + "|(?:was|were) (?:added|removed)$)");

    /** What an author does to the chat; "added" and "removed" are left to the mark, as people write so too. */
    private static final Pattern ABOUT_THE_AUTHOR = Pattern.compile("left|was added|created (?:this )?group\\b.{0,120}"
            + "|changed (?:the (?:subject|group (?:name|description))|this group's|their phone number)\\b.{0,200}"
            + "|joined using .{0,40} link|pinned a message|turned (?:on|off) disappearing messages\\b.{0,200}");

    private OwnWords() {}

    static boolean isDeleted(String text) {
        String words = words(text);
        return DELETED.contains(words) || (words.startsWith(DELETED_BY_ADMIN) && words.length() < 150);
    }

    /**
     * Whether it stands in place of a picture, film, sound, document, contact card or place.
     *
     * @param marked whether an iPhone marked it as WhatsApp's own words
     */
    static boolean isMedia(String text, boolean marked) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return (marked && OMITTED_ABROAD.matcher(lower).matches())
                || OMITTED.matcher(lower).matches()
                || PLACEHOLDER.matcher(lower).matches()
                || ATTACHED.matcher(lower).matches()
                || PLACE.matcher(lower).matches();
    }

    /** Whether a line without an author, or that seems to have one, is WhatsApp's own. */
    static boolean isSystemLine(String text) {
        return SYSTEM.matcher(text.replace('’', '\'').toLowerCase(Locale.ROOT)).lookingAt();
    }

    /** Whether a message that bears an author's name is a line about the chat, as iPhones write them. */
    static boolean isAboutTheChat(String text, String author) {
        String words = words(text);
        String name = author.toLowerCase(Locale.ROOT) + " ";
        return CALL.matcher(words).matches()
                || words.startsWith("messages and calls are end-to-end encrypted")
                || words.startsWith("waiting for this message. this may take a while")
                || (words.startsWith(name)
                        && ABOUT_THE_AUTHOR
                                .matcher(words.substring(name.length()))
                                .matches());
    }

    private static String words(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
