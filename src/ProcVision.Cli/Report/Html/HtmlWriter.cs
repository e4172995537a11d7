using System.Runtime.CompilerServices;

namespace ProcVision.Cli;

/// <summary>
/// Writes HTML as interpolated strings: what stands in the source is markup, what comes through a hole is data and is escaped on its way.
/// There is no other way to write data, so none can be forgotten.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Writes markup with its data. In attributes a hole must stand between double quotes.</summary>
#pragma warning disable CA1822 // Its parts were written into this writer while the text was made; nothing is left to do.
    public void Write([InterpolatedStringHandlerArgument("")] HtmlText text) => _ = text;
#pragma warning restore CA1822

    /// <summary>The same, and the end of a line, so that the source of a page can be read.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] HtmlText text)
    {
        _ = text;
        output.Write('\n');
    }

    /// <summary>Writes part of the product itself: the style and the script, which are no HTML, or an encoded picture.</summary>
    public void WriteVerbatim(ReadOnlySpan<char> text) => output.Write(text);

    internal void Markup(string markup) => output.Write(markup);

    internal void Data(ReadOnlySpan<char> data) => DataText.Write(output, data);
}
