namespace ProcVision.Cli.Tests;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("料盘 Tray_1 é 😀", "料盘 Tray_1 é 😀")]
    [InlineData("\u001b[2J\u001b]0;owned\u0007", "\\u001B[2J\\u001B]0;owned\\u0007")]
    [InlineData("a\u009bm", "a\\u009Bm")]
    [InlineData("line\r\nline\ttab\0", "line\\u000D\\u000Aline\\u0009tab\\u0000")]
    [InlineData("abc\u202edcba", "abc\\u202Edcba")]
    [InlineData("\u2066x\u2069\u200f\u2028\u2029\u00ad", "\\u2066x\\u2069\\u200F\\u2028\\u2029\\u00AD")]
    [InlineData("\U000e0041", "\\uDB40\\uDC41")]
    public void What_a_terminal_would_obey_is_written_out(string text, string shown) => Assert.Equal(shown, TerminalText.Of(text));

    [Fact]
    public void Half_a_character_is_written_out()
    {
        Assert.Equal("a\\uD83Db", TerminalText.Of("a" + '\ud83d' + "b"));
        Assert.Equal("\\uDE00", TerminalText.Of('\ude00'.ToString()));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("料盘", 4)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    public void A_letter_of_East_Asia_takes_two_columns(string text, int columns) => Assert.Equal(columns, TerminalText.Width(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("料盘料盘", 5, "料盘…")]
    [InlineData("😀😀", 3, "😀…")]
    public void A_long_text_is_cut_between_two_letters(string text, int columns, string shown) => Assert.Equal(shown, TerminalText.Shortened(text, columns));
}
