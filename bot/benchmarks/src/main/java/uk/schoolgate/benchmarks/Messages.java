package uk.schoolgate.benchmarks;

import java.util.List;

/** Messages of ordinary lengths, from a word to a paragraph. */
final class Messages {
    static final List<String> ORDINARY = List.of(
            "yes please",
            "Does anyone know if swimming is on tomorrow, we never got the letter x",
            "Thanks so much for having Ollie yesterday, he had a lovely time and came home covered in mud",
            "Is it just me or has the homework doubled since half term? Mine was up till eight with the fractions",
            "Mrs Patel was brilliant at parents evening, really clear about what they need to practise at home. "
                    + "We have a plan for the spellings now and she even found the lost reading record",
            "I am not happy with how the office dealt with the trip money. I paid in September, I have the receipt, "
                    + "and on Friday they told my daughter in front of everybody that she could not go. I rang twice and "
                    + "nobody called me back. Has anyone else had this? I would rather sort it out quietly but it is not "
                    + "good enough, and I will be asking for a meeting on Monday morning");

    private Messages() {}
}
