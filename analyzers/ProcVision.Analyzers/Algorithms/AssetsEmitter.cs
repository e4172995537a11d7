using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the files of the manifest as typed paths.</summary>
internal static class AssetsEmitter
{
    public static void Emit(SourceWriter writer, AlgorithmModel model)
    {
        if (model.Assets.IsEmpty)
            return;

        writer.Gap();
        writer.Line("/// <summary>The files of one product as absolute paths; each was found before Setup.</summary>");
        writer.Open($"public readonly struct {ManifestNames.AssetsType}");
        writer.Line($"""
            private readonly {Global.AssetTable} _table;
            private readonly string _pid;

            internal {ManifestNames.AssetsType}({Global.AssetTable} table, string pid)
            """);
        writer.Open();
        writer.Line("""
            _table = table;
            _pid = pid;
            """);
        writer.Close();
        foreach (var asset in model.Assets)
        {
            writer.Gap();
            writer.Line($"/// <summary>The {DocText.Escape(asset.Kind)} of the product{(asset.IsForEveryPid ? "" : "; null when it has none")}.</summary>");
            writer.Line(asset.IsForEveryPid
                ? $"public string {asset.Name} => _table.Find(_pid, {CSharpLiteral.Text(asset.Kind)})!;"
                : $"public string? {asset.Name} => _table.Find(_pid, {CSharpLiteral.Text(asset.Kind)});");
        }

        writer.Gap();
        writer.Line("/// <summary>The files of one product, for Setup.</summary>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The product is not in supported_pids.</exception>");
        writer.Open($"public static {ManifestNames.AssetsType} {ManifestNames.AssetsOf}({Global.SetupContext} context, string pid)");
        if (!model.Pids.IsEmpty)
        {
            writer.Line($"if (pid is not ({string.Join(" or ", model.Pids.Select(p => CSharpLiteral.Text(p.Value)))}))");
            writer.Line("    throw new global::System.ArgumentException($\"The product '{pid}' is not in supported_pids of manifest.json.\", nameof(pid));");
        }

        writer.Line("return new(context.Assets, pid);");
        writer.Close();
        writer.Close();
    }
}
