using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The files of the manifest's <c>required_assets</c> and <c>default_config</c> as absolute paths (conformance 103, 104). Relative paths
/// of the manifest start at the folder of <c>manifest.json</c>.
/// </summary>
public sealed class AssetTable
{
    private readonly AssetDescriptor[] _assets;
    private readonly string[] _paths;

    internal AssetTable(AssetDescriptor[] assets, string root)
    {
        _assets = assets;
        _paths = new string[assets.Length];
        for (var i = 0; i < assets.Length; i++)
        {
            _paths[i] = Path.GetFullPath(assets[i].Path, root);
        }
    }

    /// <summary>The file of one kind for one pid, else the <c>default_config</c> file of that kind, else null.</summary>
    /// <param name="pid">One of the manifest's pids.</param>
    /// <param name="kind">The resource type in the manifest, as <c>config</c> or <c>model</c>.</param>
    public string? Find(string pid, string kind)
    {
        string? fallback = null;
        for (var i = 0; i < _assets.Length; i++)
        {
            if (_assets[i].Kind != kind)
            {
                continue;
            }

            if (_assets[i].Pid == pid)
            {
                return _paths[i];
            }

            if (_assets[i].Pid is null)
            {
                fallback = _paths[i];
            }
        }

        return fallback;
    }

    /// <summary>The first asset whose file is not there, or null (conformance 105).</summary>
    internal (AssetDescriptor Asset, string Path)? FirstMissing()
    {
        for (var i = 0; i < _assets.Length; i++)
        {
            if (!File.Exists(_paths[i]) && !Directory.Exists(_paths[i]))
            {
                return (_assets[i], _paths[i]);
            }
        }

        return null;
    }
}
