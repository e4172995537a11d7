using System.Text.Json;
using Microsoft.Playwright;

namespace ProcVision.Browser.Tests;

/// <summary>A report in a browser window, and everything the browser had to complain about.</summary>
public sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly List<string> _complaints = [];

    private OpenedReport(IBrowserContext window, IPage page)
    {
        _window = window;
        Page = page;
    }

    public IPage Page { get; }

    public ILocator Photo => Page.Locator(".canvas img");

    /// <summary>Console messages, errors of scripts, dialogs, and requests for anything that is not in the file.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<OpenedReport> OpenAsync(IBrowserContext window, string file, View view)
    {
        var page = await window.NewPageAsync();
        var report = new OpenedReport(window, page);
        string address = new Uri(file).AbsoluteUri;
        page.Console += (_, message) => report._complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => report._complaints.Add($"error: {error}");
        page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                report._complaints.Add($"request: {request.Url}");
        };
        page.Dialog += (_, dialog) =>
        {
            report._complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        if (view.IsPaper)
            await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GotoAsync(address);
        return report;
    }

    /// <summary>The boxes of all elements that match, in CSS pixels of the window.</summary>
    public async Task<IReadOnlyList<Box>> BoxesAsync(string selector)
    {
        var boxes = await Page.EvaluateAsync<JsonElement>(
            "selector => [...document.querySelectorAll(selector)].map(e => e.getBoundingClientRect()).filter(r => r.width > 0).map(r => [r.left, r.top, r.width, r.height])",
            selector);
        return [.. boxes.EnumerateArray().Select(static box => new Box(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble()))];
    }

    public async Task<Box> BoxAsync(string selector) => Assert.Single(await BoxesAsync(selector));

    public ValueTask DisposeAsync() => _window.DisposeAsync();
}
