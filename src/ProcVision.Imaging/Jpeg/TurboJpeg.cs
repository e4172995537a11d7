using System.Runtime.InteropServices;

namespace ProcVision.Imaging;

/// <summary>
/// The part of libturbojpeg that is needed: the 2.x functions, which 3.x still has. Bound by hand, because a missing library is no error
/// here and the file has another name on each system.
/// </summary>
internal static unsafe class TurboJpeg
{
    internal const int PixelFormatRgb = 0;
    internal const int PixelFormatGray = 6;

    /// <summary>A warning means damaged or missing data: the picture would be partly invented.</summary>
    internal const int StopOnWarning = 8192;

    private static readonly Functions Found = Load();

    /// <summary>Whether the library and all its functions were found; looked for once per process, at the first JPEG decoder.</summary>
    internal static bool IsAvailable => Found.Decompress != null;

    internal static nint Create() => Found.Create();

    internal static void Destroy(nint decompressor) => _ = Found.Destroy(decompressor);

    /// <summary>0 when the picture is whole.</summary>
    internal static int Decompress(nint decompressor, byte* file, nuint length, byte* pixels, int width, int stride, int height, int format, int flags) =>
        Found.Decompress(decompressor, file, new CULong(length), pixels, width, stride, height, format, flags);

    internal static string LastError(nint decompressor) => Marshal.PtrToStringUTF8(Found.LastError(decompressor)) ?? "";

    private static Functions Load()
    {
        foreach (var name in Names())
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                if (NativeLibrary.TryGetExport(library, "tjInitDecompress", out var create)
                    && NativeLibrary.TryGetExport(library, "tjDecompress2", out var decompress)
                    && NativeLibrary.TryGetExport(library, "tjGetErrorStr2", out var lastError)
                    && NativeLibrary.TryGetExport(library, "tjDestroy", out var destroy))
                {
                    return new(create, decompress, lastError, destroy);
                }

                NativeLibrary.Free(library);
            }
        }

        return default;
    }

    private static IEnumerable<string> Names()
    {
        string[] names = OperatingSystem.IsWindows() ? ["turbojpeg.dll", "libturbojpeg.dll"]
            : OperatingSystem.IsMacOS() ? ["libturbojpeg.dylib", "libturbojpeg.0.dylib"]
            : ["libturbojpeg.so.0", "libturbojpeg.so"];
        foreach (var name in names)
        {
            yield return Path.Combine(AppContext.BaseDirectory, name);
        }

        foreach (var name in names)
        {
            yield return name;
        }
    }

    private readonly struct Functions(nint create, nint decompress, nint lastError, nint destroy)
    {
        internal readonly delegate* unmanaged<nint> Create = (delegate* unmanaged<nint>)create;

        internal readonly delegate* unmanaged<nint, byte*, CULong, byte*, int, int, int, int, int, int> Decompress =
            (delegate* unmanaged<nint, byte*, CULong, byte*, int, int, int, int, int, int>)decompress;

        internal readonly delegate* unmanaged<nint, nint> LastError = (delegate* unmanaged<nint, nint>)lastError;

        internal readonly delegate* unmanaged<nint, int> Destroy = (delegate* unmanaged<nint, int>)destroy;
    }
}
