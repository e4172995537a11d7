using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProcVision.Runner.Tests.Packages;

/// <summary>What a package's bytes are, and what is refused when one is opened.</summary>
public sealed class PackageWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Conformance(465, 527)]
    public void The_same_files_give_the_same_bytes_in_whatever_order_they_come_with_the_manifest_first()
    {
        PackageFile[] files = [Text("native/linux-x64/a", "program", isExecutable: true), Text("assets/b.json", "{}"), Text("manifest.json", "{}"), Text("assets/a.json", "1")];
        string one = Write("one.zip", files), two = Write("two.zip", [.. files.Reverse()]);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
        using var zip = ZipFile.OpenRead(one);
        Assert.Equal(["manifest.json", "assets/a.json", "assets/b.json", "native/linux-x64/a", "hashes.json"], zip.Entries.Select(static entry => entry.FullName));
        Assert.All(zip.Entries, static entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal(0b1_000_000_111_101_101, zip.GetEntry("native/linux-x64/a")!.ExternalAttributes >> 16 & 0xFFFF);
    }

    [Fact]
    [Conformance(465)]
    public void Every_file_is_in_the_list_of_hashes_and_a_changed_one_is_found()
    {
        string path = Write("a.zip", [Text("manifest.json", "{}"), Text("assets/a.json", "1")]);
        using (var archive = PackageArchive.Open(path))
        {
            Assert.Equal([], HashList.Problems(archive)!);
            var list = JsonElement.Parse(Encoding.UTF8.GetString(archive.Read("hashes.json")!));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("1"u8)), list.GetProperty("files").GetProperty("assets/a.json").GetString());
        }

        Replace(path, "assets/a.json", "2");
        using var changed = PackageArchive.Open(path);
        Assert.Contains("assets/a.json", Assert.Single(HashList.Problems(changed)!), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_added_or_taken_away_is_found_as_well()
    {
        string path = Write("a.zip", [Text("manifest.json", "{}"), Text("assets/a.json", "1")]);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.GetEntry("assets/a.json")!.Delete();
            zip.CreateEntry("assets/b.json");
        }

        using var archive = PackageArchive.Open(path);
        Assert.Equal(["assets/b.json", "assets/a.json"], HashList.Problems(archive)!.Select(static problem => problem.Split(' ')[0]));
    }

    [Fact]
    [Conformance(389)]
    public void A_signature_holds_for_these_hashes_and_this_key_only()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var read = PackageSignature.ReadKey(key.ExportECPrivateKeyPem());
        string path = _folder.In("a.zip");
        byte[] hashes = PackageWriter.Write(path, [Text("manifest.json", "{}")], read);
        using var archive = PackageArchive.Open(path);
        byte[] signature = archive.Read("SIGNATURE")!;
        Assert.True(PackageSignature.Verify(hashes, signature, key));
        Assert.False(PackageSignature.Verify([.. hashes, 1], signature, key));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(PackageSignature.Verify(hashes, signature, other));
        Assert.False(PackageSignature.Verify(hashes, "procvision-signature ecdsa-p256-sha256\nAAAA\n"u8, key));
        Assert.False(PackageSignature.Verify(hashes, "x"u8, key));
    }

    [Fact]
    public void A_key_of_another_curve_or_none_at_all_is_refused_by_name()
    {
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Contains("P-256", Assert.Throws<PackageException>(() => PackageSignature.ReadKey(large.ExportECPrivateKeyPem())).Message, StringComparison.Ordinal);
        Assert.Contains("PEM", Assert.Throws<PackageException>(static () => PackageSignature.ReadKey("no key")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_that_are_one_on_some_systems_and_a_package_without_a_manifest_are_refused()
    {
        Assert.Throws<PackageException>(() => Write("a.zip", [Text("manifest.json", "{}"), Text("a", "1"), Text("A", "2")]));
        Assert.Throws<PackageException>(() => Write("b.zip", [Text("a", "1")]));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/evil")]
    [InlineData("a/../../evil")]
    [InlineData("..\\evil")]
    [InlineData("C:evil")]
    [InlineData("a..b")]
    [InlineData("a//b")]
    [InlineData("MANIFEST.json")]
    [Conformance(355, 530)]
    public void A_name_that_leads_out_or_means_two_things_is_refused_and_nothing_is_written(string name)
    {
        string path = Zip("a.zip", ("manifest.json", "{}"), (name, "evil"));
        using var archive = PackageArchive.Open(path);
        Assert.Single(archive.Problems());
        string target = _folder.In("target");
        Assert.Throws<PackageException>(() => archive.ExtractTo(target));
        Assert.False(Directory.Exists(target));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_grows_out_of_proportion_is_refused()
    {
        string path = _folder.In("a.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (var manifest = zip.CreateEntry("manifest.json").Open())
                manifest.Write("{}"u8);
            using var bomb = zip.CreateEntry("bomb", CompressionLevel.SmallestSize).Open();
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++)
                bomb.Write(zeros);
        }

        using var archive = PackageArchive.Open(path);
        Assert.Contains("bomb", Assert.Single(archive.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(351)]
    public void What_is_no_zip_is_2001()
    {
        string path = _folder.In("a.zip");
        File.WriteAllText(path, "no zip");
        Assert.Contains("[2001]", Assert.Throws<PackageException>(() => PackageArchive.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(530)]
    public void Unpacking_gives_programs_back_the_permission_to_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permission");
        string path = Zip("a.zip", ("manifest.json", "{}"), ("native/linux-x64/program", "x"), ("native/linux-x64/lib.so.0", "x"));
        using var archive = PackageArchive.Open(path);
        string folder;
        using (var unpacked = UnpackedPackage.Of(archive))
        {
            folder = unpacked.Folder;
            Assert.True(TemporaryFolder.ModeOf(Path.Combine(folder, "native/linux-x64/program")).HasFlag(UnixFileMode.UserExecute));
            Assert.False(TemporaryFolder.ModeOf(Path.Combine(folder, "native/linux-x64/lib.so.0")).HasFlag(UnixFileMode.UserExecute));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void The_bill_of_materials_is_SPDX_and_depends_on_its_parts_alone()
    {
        SbomPart[] parts = [new("StbImageSharp", "2.30.16", null, "pkg:nuget/StbImageSharp@2.30.16"), new("libturbojpeg", "", "IJG", null)];
        byte[] one = Sbom.Make(new("a", "1.0.0"), parts, DateTimeOffset.UnixEpoch), two = Sbom.Make(new("a", "1.0.0"), parts.Reverse(), DateTimeOffset.UnixEpoch);
        Assert.Equal(one, two);
        var document = JsonElement.Parse(Encoding.UTF8.GetString(one));
        Assert.Equal("SPDX-2.3", document.GetProperty("spdxVersion").GetString());
        Assert.Equal("1970-01-01T00:00:00Z", document.GetProperty("creationInfo").GetProperty("created").GetString());
        string[] ids = [.. document.GetProperty("packages").EnumerateArray().Select(static package => package.GetProperty("SPDXID").GetString()!)];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(document.GetProperty("relationships").EnumerateArray(), relation => Assert.Contains(relation.GetProperty("relatedSpdxElement").GetString(), ids));
        Assert.NotEqual(document.GetProperty("documentNamespace").GetString(),
            JsonElement.Parse(Encoding.UTF8.GetString(Sbom.Make(new("a", "1.0.1"), parts, DateTimeOffset.UnixEpoch))).GetProperty("documentNamespace").GetString());
    }

    private static PackageFile Text(string path, string content, bool isExecutable = false) =>
        PackageFile.Of(path, Encoding.UTF8.GetBytes(content)) with { IsExecutable = isExecutable };

    private string Write(string name, PackageFile[] files)
    {
        PackageWriter.Write(_folder.In(name), files);
        return _folder.In(name);
    }

    private string Zip(string name, params (string Name, string Content)[] entries)
    {
        using var zip = ZipFile.Open(_folder.In(name), ZipArchiveMode.Create);
        foreach (var (entry, content) in entries)
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return _folder.In(name);
    }

    private static void Replace(string path, string name, string content)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry(name)!.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
