using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProcVision.Cli;

/// <summary>One interpolated string on its way into an <see cref="HtmlWriter"/>: markup as it is, data escaped, nothing collected.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlText
{
    private readonly HtmlWriter _html;

#pragma warning disable IDE0060 // The compiler gives the lengths to every handler; what is written at once needs none.
    public HtmlText(int literalLength, int formattedCount, HtmlWriter html) => _html = html;
#pragma warning restore IDE0060

    public void AppendLiteral(string markup) => _html.Markup(markup);

    public void AppendFormatted(string? data) => _html.Data(data);

    public void AppendFormatted(int number) => _html.Markup(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long number) => _html.Markup(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => _html.Markup(Area.Number(number));
}
