using System.Globalization;
using System.Security.Cryptography;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What one needs to find this inspection again, and to know that it is this one.</summary>
internal static class FactsSection
{
    public static void Write(HtmlWriter html, InspectionRecord record)
    {
        var picture = record.Picture;
        html.Line($"""<section class="card facts"><h2>{Words.Of("记录", "Record")}</h2><dl>""");
        Fact(html, Words.Of("算法", "Algorithm"), $"{record.Manifest.Name} {record.Manifest.Version}");
        Fact(html, Words.Of("入口", "Entry point"), record.Manifest.EntryPoint);
        Fact(html, Words.Of("产品型号", "Product"), record.Session.ProductCode);
        Fact(html, Words.Of("会话", "Session"), record.Session.Id);
        Fact(html, Words.Of("跟踪", "Trace"), record.Session.TraceId);
        Fact(html, Words.Of("操作员", "Operator"), record.Session.Operator);
        if (record.Algorithm is { } algorithm)
        {
            Fact(html, Words.Of("SDK 版本", "SDK version"), algorithm.SdkVersion);
            Fact(html, Words.Of("进程号", "Process"), algorithm.ProcessId.ToString(CultureInfo.InvariantCulture));
        }

        if (record.StartFailure is { } failure)
            Fact(html, Words.Of("退出码", "Exit code"), failure.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? Words.Of("无（进程被结束或未能启动）", "none (the process was ended, or did not start)"));
        Fact(html, Words.Of("照片", "Photograph"), picture.Path);
        Fact(html, Words.Of("照片规格", "Its size"), string.Create(
            CultureInfo.InvariantCulture,
            $"{picture.Header.Width} × {picture.Header.Height}, {(picture.Header.Encoding == ImageEncoding.Png ? "PNG" : "JPEG")}, {Shown.Bytes(picture.Encoded.Length)}"));
        Fact(html, Words.Of("照片 SHA-256", "Its SHA-256"), Convert.ToHexStringLower(SHA256.HashData(picture.Encoded)));
        Fact(html, Words.Of("时间", "Time"), Shown.Time(record.Time));
        html.Line($"</dl></section>");
    }

    private static void Fact(HtmlWriter html, string name, string value)
    {
        if (value.Length > 0)
            html.Line($"""<div><dt>{name}</dt><dd class="data">{value}</dd></div>""");
    }
}
