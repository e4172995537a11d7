using Microsoft.Playwright;

namespace ProcVision.Browser.Tests;

/// <summary>One browser for all tests; every report is opened in a window of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The collection of the tests that look at pages.</summary>
    public const string Name = "chromium";

    /// <summary>No sandbox, because CI is root; and nothing that asks for something elsewhere by itself.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--force-color-profile=srgb",
    ];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string path = Environment.GetEnvironmentVariable("PROCVISION_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"There is no browser at {path}. Install Debian's package chromium, or name one with PROCVISION_CHROMIUM.");
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>Opens a report from the disk.</summary>
    /// <param name="file">The file.</param>
    /// <param name="view">Where it is looked at.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="script">Whether scripts may run.</param>
    public async Task<OpenedReport> OpenAsync(string file, View view, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var window = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            HasTouch = view.IsTouch,
        });
        return await OpenedReport.OpenAsync(window, file, view);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}

/// <summary>Ties the tests of pages to the one browser.</summary>
[CollectionDefinition(Chromium.Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>;
