using AngleSharp.Html.Dom;
using CsCheck;

namespace ProcVision.Cli.Tests;

public sealed class DataTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload='x' & ]]>", "&quot; onload=&#39;x&#39; &amp; ]]&gt;")]
    [InlineData("零件 ✓ 🔩", "零件 ✓ 🔩")]
    [InlineData("one\ttwo\nthree", "one\ttwo\nthree")]
    [InlineData("dos\r\nline, old\rmac", "dos\nline, old␍mac")]
    [InlineData("bell\a null\0 escape\u001b[31m delete\u007f", "bell␇ null␀ escape␛[31m delete␡")]
    [InlineData("next line\u0085", "next line⟨U+0085⟩")]
    [InlineData("photo\u202egnp.exe", "photo⟨U+202E⟩gnp.exe")]
    [InlineData("isolate\u2066\u2069", "isolate⟨U+2066⟩⟨U+2069⟩")]
    [InlineData("no character\uffff \ufdd0", "no character⟨U+FFFF⟩ ⟨U+FDD0⟩")]
    public void A_text_can_neither_end_its_place_nor_hide_what_follows(string text, string written) => Assert.Equal(written, Written(text));

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character()
    {
        Assert.Equal("a\ufffdb", Written("a\ud800b"));
        Assert.Equal("\ufffd", Written("\udc00"));
        Assert.Equal("a\ufffd", Written("a\ud83d"));
    }

    [Fact]
    public void A_long_text_is_cut_and_says_how_much_is_missing()
    {
        string written = Written(new string('x', 100_000));
        Assert.StartsWith(new string('x', DataText.Longest) + " …", written, StringComparison.Ordinal);
        Assert.Contains($"另有 {100_000 - DataText.Longest} 个字符", written, StringComparison.Ordinal);
        Assert.InRange(written.Length, DataText.Longest, DataText.Longest + 50);
    }

    [Fact]
    public void No_text_whatever_changes_what_the_page_is_made_of_and_the_parser_finds_no_mistake()
    {
        string structure = Page("harmless").Structure();
        Gen.OneOf(Gen.String, Gen.String[Hostile], Gen.Char.Array.Select(static chars => new string(chars))).Where(static text => text.Length > 0)
            .Sample(text => Page(text).Structure() == structure, iter: 400);
    }

    private const string Hostile = "<>&\"'/!-=[]{}`\0\r\n\u2028\u202e\ud83d\udd29\ufffe scriptonloadstyle";

    private static string Written(string text)
    {
        using var output = new StringWriter();
        new HtmlWriter(output).Write($"{text}");
        return output.ToString();
    }

    /// <summary>Markup as in the report: in a text, in an attribute, in a text that keeps its lines, in SVG.</summary>
    private static IHtmlDocument Page(string text)
    {
        using var output = new StringWriter();
        new HtmlWriter(output).Write($"""
            <!DOCTYPE html><html lang="zh-CN"><head><title>{text}</title></head><body><p class="data">{text}</p><img alt="{text}" src="data:,">
            <svg viewBox="0 0 1 1"><g><title>{text}</title></g></svg><table><tbody><tr><td>{text}</td></tr></tbody></table></body></html>
            """);
        return ReportPage.Parse(output.ToString());
    }
}
