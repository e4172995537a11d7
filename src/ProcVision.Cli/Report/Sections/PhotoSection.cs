using System.Buffers;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The photograph with everything that was found on it, and what to show of that.</summary>
internal static class PhotoSection
{
    public static void Write(HtmlWriter html, Picture picture, MarkedRects rects)
    {
        var (width, height) = (picture.Header.Width, picture.Header.Height);
        html.Line($"""
            <section class="photo" id="photo" aria-label="{Words.Of("照片", "Photograph")}">
            <div class="tools">
            """);
        WriteLayers(html, rects);
        WriteZoom(html);
        html.Write($"""
            </div>
            <div class="stage" tabindex="0" role="group" aria-label="{Words.Of("照片，可滚动", "Photograph, can be scrolled")}">
            <div class="canvas" style="--w:{width};--h:{height}">
            <img alt="{Path.GetFileName(picture.Path)}" width="{width}" height="{height}" src="data:{MediaType(picture)};base64,
            """);
        WriteBase64(html, picture.Encoded);
        html.Line($"""
            ">
            <p class="unseen" hidden>{Words.Of("浏览器无法显示这张照片，方框的位置仍然正确。", "The browser cannot show this photograph; the places of the rectangles are right all the same.")}</p>
            """);
        PhotoOverlay.Write(html, rects, width, height);
        html.Line($"""
            </div>
            </div>
            </section>
            """);
    }

    private static void WriteLayers(HtmlWriter html, MarkedRects rects)
    {
        html.Line($"""<fieldset class="layers"><legend>{Words.Of("显示", "Show")}</legend>""");
        foreach (var layer in rects.All.Where(static rect => rect.Visible is not null).GroupBy(static rect => rect.Layer))
        {
            var first = layer.First();
            html.Line($"""
                <label class="chip {first.Kind.Word()}"><input type="checkbox" checked data-shows="{layer.Key}"><i></i>{Shown.Step(first.Step)} {first.Kind.Text()} <b>{layer.Count()}</b></label>
                """);
        }

        if (rects.All.Count == 0)
            html.Line($"""<span class="none">{Words.Of("算法没有返回方框", "The algorithm returned no rectangles")}</span>""");
        int count = rects.All.Count;
        string numbers = count <= PhotoOverlay.ManyRects ? "checked" : "", texts = count <= PhotoOverlay.FewRects ? "checked" : "";
        html.Line($"""
            <label class="chip" {(count <= PhotoOverlay.FewRects ? "hidden" : "")}><input type="checkbox" id="numbers" {numbers}>{Words.Of("编号", "Numbers")}</label>
            <label class="chip" {(count == 0 ? "hidden" : "")}><input type="checkbox" id="texts" {texts}>{Words.Of("标签", "Labels")}</label></fieldset>
            """);
    }

    private static void WriteZoom(HtmlWriter html) => html.Line($"""
        <fieldset class="zoom"><legend>{Words.Of("缩放", "Zoom")}</legend><label class="chip"><input type="radio" name="zoom" value="fit" checked>{Words.Of("适合", "Fit")}</label><label class="chip"><input type="radio" name="zoom" value="1">1:1</label><label class="chip"><input type="radio" name="zoom" value="2">2:1</label><label class="chip"><input type="radio" name="zoom" value="4">4:1</label></fieldset>
        """);

    private static string MediaType(Picture picture) => picture.Header.Encoding == ImageEncoding.Png ? "image/png" : "image/jpeg";

    /// <summary>In pieces: a photograph of 20 MB must not become one text of 27 million characters.</summary>
    internal static void WriteBase64(HtmlWriter html, ReadOnlySpan<byte> bytes)
    {
        // A multiple of three, so that only the last piece is padded.
        const int Piece = 48 * 1024;
        char[] text = ArrayPool<char>.Shared.Rent(Piece / 3 * 4);
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(Piece, bytes.Length)];
            Convert.TryToBase64Chars(piece, text, out int written);
            html.WriteVerbatim(text.AsSpan(0, written));
            bytes = bytes[piece.Length..];
        }

        ArrayPool<char>.Shared.Return(text);
    }
}
