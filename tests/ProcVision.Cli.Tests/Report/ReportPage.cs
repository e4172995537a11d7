using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ProcVision.Cli.Tests;

/// <summary>A report, as a parser sees it that takes no mistake for a style.</summary>
internal static class ReportPage
{
    public static string Html(InspectionRecord record)
    {
        using var text = new StringWriter();
        ReportWriter.Write(text, record);
        return text.ToString();
    }

    public static IHtmlDocument Of(InspectionRecord record) => Parse(Html(record));

    /// <exception cref="HtmlParseException">It is not valid HTML.</exception>
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    /// <summary>The text of the only element of this kind.</summary>
    public static string TextOf(this IHtmlDocument page, string selector) => Assert.Single(page.QuerySelectorAll(selector)).TextContent.Trim();

    /// <summary>What the document is made of, without any text: every element with the names of its attributes.</summary>
    public static string Structure(this IHtmlDocument page) => string.Join('\n', page.All.Select(static element =>
        $"{Depth(element)} {element.LocalName} {string.Join(' ', element.Attributes.Select(static attribute => attribute.Name))}"));

    private static int Depth(IElement element) => element.GetAncestors().Count();
}
