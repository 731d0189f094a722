# make demo  安装所需软件包，编译发布版，生成全部样例文书和帮助门户
# make test  安装所需软件包，运行全部测试
# make coverage  运行测试，按模块列出运行过的行和区域；FILTER=RecordsTests 只运行一部分测试，FILES=20 列出没有运行到的行最多的文件
# make bench 用一千到三十万行名册测量耗时、每秒行数、内存和文件大小，再逐个测量各阶段
# make bench-peers  安装 typst 和 ReportLab，同样的文字轮流运行，打印倍数；选项写在 PEERS 里，例如 PEERS=--skip-long
# make bench-portal  同样的指南，一千页和五千页，轮流由 mingce 和 Hugo 加 Pagefind 生成门户和搜索索引
# make bench-check  数几件固定小事的指令数，超过预算就失败；make bench-budget 改写预算
# make renderers  用 pdfium、poppler、MuPDF 三种软件画 make demo 生成的 PDF，逐页比较，不一致就失败；PAGES=2 只比每个文件的前两页
# make second-machine  在这台机器和模拟的旧处理器上各做一遍，逐字节比较（要装 qemu-user）
# make second-judge  同样的签名文件和攻击，由 mingce verify 和 pyHanko 分别核对，归档的数据包由 mingce archive verify 和 bagit.py 分别核对，结论不同就失败
# make fuzz  用随机字节试 JSON（两种读法对照）、CSV、XLSX、签名文件、印章图的读取，各一分钟；时间写在 SECONDS 里，例如 SECONDS=600
# make pictures  重新生成 README 里的图片
# make install   安装到 /usr/local（用 PREFIX 改），含 Swift 运行库、手册页和命令补全；make package 做 .deb 和 .tar.gz，放在 .build/packages

.PHONY: all setup build demo test bench bench-build bench-peers bench-portal bench-check bench-budget format clean

# 发布版把 Swift 运行库放在程序里：启动快三分之一，装到没有 Swift 的机器上也能运行
# 程序不向共享库公布自己的一万七千个符号：没有谁用它们，装载时却逐个查找，启动慢二十分之一
RELEASE = swift build -c release --static-swift-stdlib -Xlinker --no-export-dynamic

all: build

setup:
	@.ci/setup

build: setup
	$(RELEASE) --product mingce

demo: build
	.build/release/mingce build

test: setup
	swift test

.PHONY: coverage
COVERED = .build/coverage
TOOLCHAIN = $(dir $(realpath $(shell command -v swift)))
coverage: setup
	swift test --enable-code-coverage --scratch-path $(COVERED) $(if $(FILTER),--filter '$(FILTER)')
	$(TOOLCHAIN)llvm-cov export -summary-only $(COVERED)/debug/MingcePackageTests.xctest \
	  -instr-profile $(COVERED)/debug/codecov/default.profdata | Tests/Coverage/table $(if $(FILES),--files $(FILES))

bench-build: build
	$(RELEASE) --product mingce-bench

bench: bench-build
	.build/release/mingce-bench runs
	.build/release/mingce-bench stages

bench-peers: bench-build
	Tests/Benchmarks/Peers/setup .build/bench-peers
	.build/release/mingce-bench peers $(PEERS)

bench-portal: bench-build
	Tests/Benchmarks/Peers/setup .build/bench-peers
	.build/release/mingce-bench portal

bench-check: bench-build
	.build/release/mingce-bench budget

bench-budget: bench-build
	.build/release/mingce-bench budget --write

.PHONY: renderers
renderers: demo
	Tests/Renderers/setup .build/renderers
	find public -name '*.pdf' | sort | xargs .build/renderers/venv/bin/python Tests/Renderers/compare.py \
	  $(if $(PAGES),--pages $(PAGES))

.PHONY: second-machine
second-machine: bench-build
	Tests/SecondMachine/compare .build/release/mingce .build/release/mingce-bench .build/second-machine

.PHONY: second-judge
second-judge: build
	Tests/SecondJudge/setup .build/second-judge
	.build/second-judge/venv/bin/python -W ignore Tests/SecondJudge/agree.py .build/release/mingce .build/second-judge/files
	.build/second-judge/venv/bin/python Tests/SecondJudge/bags.py .build/release/mingce .build/second-judge/bags

.PHONY: fuzz
fuzz: setup
	Tests/Fuzz/run $(or $(SECONDS),60)

.PHONY: pictures
pictures: demo
	Tests/Browser/setup .build/browser
	.build/release/mingce render roster-new content/samples/jilin.json -o content/pictures/roster-new.png --pages 1
	.build/release/mingce render certificate content/samples/jilin.json -o content/pictures/certificate.png --pages 1
	.build/browser/venv/bin/python Tests/Browser/pictures.py public content/pictures

.PHONY: install package
install: build
	.packaging/install .build/release/mingce $(abspath $(or $(PREFIX),/usr/local)) $(DESTDIR)

package: build
	.packaging/deb .build/release/mingce .build/packages

format:
	swift format format -i --recursive Sources Tests Package.swift

clean:
	rm -rf .build public
