using System.Security.Cryptography;
using System.Text;

namespace ProcVision.Runner;

/// <summary>
/// <c>SIGNATURE</c> of a package (conformance 389 names the file and no form): a line with its kind, then the ECDSA P-256 signature of the bytes of
/// <c>hashes.json</c> with SHA-256, in DER, in base64. Who has the list has every file.
/// </summary>
public static class PackageSignature
{
    private const string Kind = "procvision-signature ecdsa-p256-sha256";

    /// <summary>Reads a private key for <see cref="Sign"/>.</summary>
    /// <param name="pem">Its text: <c>EC PRIVATE KEY</c> or <c>PRIVATE KEY</c>, not encrypted.</param>
    /// <exception cref="PackageException">It is no such key, or not of P-256.</exception>
    public static ECDsa ReadKey(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == 256)
                return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new PackageException(Words.Of($"不是未加密的 PEM 密钥: {e.Message}", $"not a PEM key without a password: {e.Message}"));
        }

        int size = key.KeySize;
        key.Dispose();
        throw new PackageException(Words.Of($"密钥必须是 P-256，实际是 {size} 位", $"the key must be of P-256, and has {size} bits"));
    }

    /// <summary>The content of <c>SIGNATURE</c>.</summary>
    /// <param name="hashes">The bytes of <c>hashes.json</c>.</param>
    /// <param name="key">A private key of P-256.</param>
    public static byte[] Sign(ReadOnlySpan<byte> hashes, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] signature = key.SignData(hashes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Encoding.ASCII.GetBytes($"{Kind}\n{Convert.ToBase64String(signature)}\n");
    }

    /// <summary>Whether the holder of a key has signed these hashes.</summary>
    /// <param name="hashes">The bytes of <c>hashes.json</c>.</param>
    /// <param name="signature">The content of <c>SIGNATURE</c>.</param>
    /// <param name="key">The public key.</param>
    public static bool Verify(ReadOnlySpan<byte> hashes, ReadOnlySpan<byte> signature, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        string[] lines = Encoding.ASCII.GetString(signature).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        byte[] der = new byte[256];
        return lines is [Kind, var text] && Convert.TryFromBase64String(text, der, out int length)
            && key.VerifyData(hashes, der.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
