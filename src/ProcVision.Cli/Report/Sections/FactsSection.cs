using System.Globalization;
using System.Security.Cryptography;

namespace ProcVision.Cli;

/// <summary>What one needs to find this inspection again, and to know that it is this one.</summary>
internal static class FactsSection
{
    public static void Write(HtmlWriter html, InspectionRecord record)
    {
        var picture = record.Picture;
        html.Line($"""<section class="card facts"><h2>记录</h2><dl>""");
        Fact(html, "算法", $"{record.Manifest.Name} {record.Manifest.Version}");
        Fact(html, "入口", record.Manifest.EntryPoint);
        Fact(html, "产品型号", record.Session.ProductCode);
        Fact(html, "会话", record.Session.Id);
        Fact(html, "跟踪", record.Session.TraceId);
        Fact(html, "操作员", record.Session.Operator);
        if (record.Algorithm is { } algorithm)
        {
            Fact(html, "SDK 版本", algorithm.SdkVersion);
            Fact(html, "进程号", algorithm.ProcessId.ToString(CultureInfo.InvariantCulture));
        }

        if (record.StartFailure is { } failure)
            Fact(html, "退出码", failure.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "无（进程被结束或未能启动）");
        Fact(html, "照片", picture.Path);
        Fact(html, "照片规格", string.Create(
            CultureInfo.InvariantCulture,
            $"{picture.Header.Width} × {picture.Header.Height}，{(picture.Header.Encoding == ImageEncoding.Png ? "PNG" : "JPEG")}，{Shown.Bytes(picture.Encoded.Length)}"));
        Fact(html, "照片 SHA-256", Convert.ToHexStringLower(SHA256.HashData(picture.Encoded)));
        Fact(html, "时间", Shown.Time(record.Time));
        html.Line($"</dl></section>");
    }

    private static void Fact(HtmlWriter html, string name, string value)
    {
        if (value.Length > 0)
            html.Line($"""<div><dt>{name}</dt><dd class="data">{value}</dd></div>""");
    }
}
