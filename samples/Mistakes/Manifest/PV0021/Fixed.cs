namespace Mistakes.PV0021;

[Algorithm]
public sealed partial class Demo0021
{
}
